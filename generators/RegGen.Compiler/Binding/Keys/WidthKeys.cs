namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Widths = new("pair of widths",
    [
        new("read", "number or list of number", "Widths of reads.", Default: "its own"),
        new("write", "number or list of number", "Widths of writes.", Default: "its own"),
    ]);
}
