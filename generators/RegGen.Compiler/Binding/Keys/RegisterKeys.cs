namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Register = new("register",
    [
        new("at", "number", "Ports from the device's base; in a window, the index.", Required: true),
        new("when", "condition", "When the register answers, if not always. The access selects that state and restores it."),
        new("access", "access", "How the bits behave; a short name of the access table.", Default: "the device's"),
        new("read", "'normal', 'clear' or 'pop'", "What a read does, where the access does not tell: clear sets the bits to 0, pop takes the next entry of a queue."),
        new("width", "'8', '16', '32' or '64'", "Width in bits.", Default: "the window's data register's, else the device's"),
        new("reset", "number", "Value after reset.", Default: "unknown"),
        new("shadow", "'true' or 'false'", "Whether the device object remembers what was written, for registers that cannot be read back.", Default: "false"),
        new("initial", "number", "What the shadow starts from.", Default: "the reset value"),
        new("fields", "map of name: field", "Its fields. Without any, its value is a plain number."),
        CSharpName,
        If,
        Doc,
    ], Line: "at [access]");
}
