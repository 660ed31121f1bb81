namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Sequence = new("sequence",
    [
        new("parameters", "map of name: parameter", "What the caller gives: names that steps can use."),
        new("steps", "list of step", "What is done, in order, as one program.", Required: true),
        Doc,
    ]);

    public static readonly KeyTable Parameter = new("parameter",
    [
        new("type", "number, name or REG.Field", "Number of bits, 1 to 64; an enum; or a field or register, whose type it has.", Required: true),
        Doc,
    ], Line: "number, name or REG.Field");

    public static readonly KeyTable Transfer = new("transfer",
    [
        new("port", "'8', '16' or '32'", "Width of the port.", Required: true),
        new("order", "list of name", "Which part comes first: [low, high] or [high, low].", Required: true),
    ]);

    public static readonly KeyTable StepsPerDirection = new("pair of steps",
    [
        new("read", "list of step", "Steps of a read."),
        new("write", "list of step", "Steps of a write."),
    ]);
}
