namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Encoding = new("encoding",
    [
        new("type", "'unsigned', 'signed' or 'bcd'", "How the bits are read: as a number, as a number in two's complement, or as decimal digits of four bits each.", Default: "unsigned"),
        new("bcd", "condition", "When the bits are decimal digits; at other times they are a binary number."),
        new("point", "number", "How many of its bits stand behind the binary point."),
        new("scale", "decimal", "What one step of the number means.", Default: "1"),
        new("offset", "decimal", "What the number 0 means.", Default: "0"),
        new("unit", "text", "Unit of what it means."),
        new("min", "decimal", "The least value that may be written, in its unit.", Default: "what its bits hold"),
        new("max", "decimal", "The largest value that may be written, in its unit.", Default: "what its bits hold"),
    ], Line: "'unsigned', 'signed' or 'bcd'");
}
