namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Joined = new("joined value",
    [
        new("of", "list of REG", "Its registers, most significant first.", Required: true),
        new("read", "list of REG", "The order of reading.", Default: "the order of 'of'"),
        new("write", "list of REG", "The order of writing.", Default: "the order of 'of'"),
        CSharpName,
        If,
        Doc,
    ]);
}
