namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Register = new("register",
    [
        new("at", "number per direction", "Ports from the device's base; in a window, the index.", Required: true),
        new("in", "name", "The window or region that it stands in; for registers of the device's list."),
        new("when", "condition per direction", "When the register answers, if not always. The access selects that state and restores it."),
        new("count", "number", "How many there are; they form an array."),
        new("stride", "number", "Addresses from one element to the next.", Default: "those that one covers"),
        new("offsets", "list of number", "Where each element begins, counted from 'at', for an array without a regular stride."),
        new("index", "name", "The enum that the array is indexed by: there is an element for each name, at 'at' + stride * value."),
        new("step", "number", "Ports from one address to the next; 'at', 'stride' and 'offsets' count addresses.", Default: "the block's, else the device's"),
        new("depth", "'2'", "How many of the values written last it keeps: REG[0] is the last one, REG[1] the one before."),
        new("read-by", "REG.Field", "With 'depth', the field that chooses which of them is read: 0 the last one, 1 the one before."),
        new("access", "access or pair of effects", "How the bits behave.", Default: "the device's"),
        Read,
        Write,
        new("reserved", "policy", "What is written into bits of no field.", Default: "the device's, else preserve"),
        new("width", "'8', '16', '32' or '64'", "Width in bits.", Default: "the window's data register's, else the device's"),
        new("widths", "number, list of number or pair of widths", "Widths of the accesses that it allows.", Default: "its own"),
        new("exact", "'true' or 'false'", "Whether only an access of this width reaches it; then it shares no byte with narrower registers at its ports.", Default: "false"),
        new("overlaps", "list of REG", "Earlier registers at the same ports that nothing tells apart from this one: they share their bytes."),
        new("reset", "number", "Value after reset.", Default: "unknown"),
        new("shadow", "'true' or 'false'", "Whether the device object remembers what was written, for registers that cannot be read back.", Default: "false"),
        new("initial", "number", "What the shadow starts from.", Default: "the reset value"),
        new("fifo", "'true' or 'false'", "Whether a queue stands behind it, so that blocks are read and written.", Default: "false"),
        new("transfer", "transfer", "How the register goes through a port narrower than itself."),
        new("encoding", "encoding", "What it means as a number, for a register without fields."),
        new("before", "list of step or pair of steps", "Steps before each access, or before each read and each write."),
        new("after", "list of step or pair of steps", "Steps after each access, or after each read and each write."),
        new("fields", "map of name: field", "Its fields. Without any, its value is a plain number."),
        CSharpName,
        If,
        Doc,
    ], Line: "at [access]");
}
