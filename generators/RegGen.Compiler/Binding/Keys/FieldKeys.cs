namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Field = new("field",
    [
        new("bits", "bits or list of bits", "Its bits, both ends included, the higher first. A list is for a field in pieces, the most significant first.", Required: true),
        new("access", "access or pair of effects", "How its bits behave.", Default: "the register's"),
        Read,
        Write,
        new("type", "'unsigned', 'signed' or 'bcd'", "How its bits are read: as a number, as a number in two's complement, or as decimal digits of four bits each.", Default: "unsigned"),
        new("enum", "name, enum, full enum or enum pair", "Names of its values: a shared enum, or one of its own."),
        new("point", "number", "How many of its bits stand behind the binary point."),
        new("scale", "decimal", "What one step of the number means.", Default: "1"),
        new("offset", "decimal", "What the number 0 means.", Default: "0"),
        new("unit", "text", "Unit of what it means."),
        new("min", "decimal", "The least value that may be written, in its unit.", Default: "what its bits hold"),
        new("max", "decimal", "The largest value that may be written, in its unit.", Default: "what its bits hold"),
        new("encoding", "encoding", "What it means as a number, where that takes a condition; else the keys above say it in the field itself."),
        new("value", "number", "The value that it always has. It is written with every write, and tells registers at one port apart."),
        new("count", "number", "Makes it an array of so many fields."),
        new("stride", "number", "Bits from one field of the array to the next.", Default: "its width"),
        new("reset", "number or 'unknown'", "Value after reset, where the register gives none."),
        new("neutral", "number or 'none'", "The value that does nothing, where it is not the reset value; none where even that does something, so that each write names the field."),
        Danger,
        CSharpName,
        If,
        Doc,
    ], Line: "bits [access] [type] or list of bits");

    public static readonly KeyTable Enum = new("full enum",
    [
        new("values", "enum", "Its names. Behind _ stands what all other codes are called.", Required: true),
        new("flags", "'true' or 'false'", "Whether its values are bits that may be set together.", Default: "false"),
        new("exhaustive", "'true' or 'false'", "Whether every code has a name: checked.", Default: "false"),
        Doc,
    ]);

    public static readonly KeyTable EnumPair = new("enum pair",
    [
        new("read", "name", "Shared enum of what is read."),
        new("write", "name", "Shared enum of what is written."),
    ]);

    public static readonly KeyTable EnumMember = new("enum name",
    [
        new("value", "number", "Its value.", Required: true),
        CSharpName,
        If,
        Doc,
    ], Line: "number");
}
