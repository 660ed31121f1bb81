namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Joined = new("joined value",
    [
        new("of", "list of REG", "Its registers, or fields of registers, most significant first.", Required: true),
        new("read", "list of REG", "The order in which its registers are read.", Default: "the order of 'of'"),
        new("write", "list of REG", "The order in which its registers are written.", Default: "the order of 'of'"),
        new("stable", "'twice'", "Reads all of them twice until both reads agree, for a value that moves on while it is read."),
        new("encoding", "encoding", "What it means as a number.", Default: "unsigned"),
        new("before", "list of step or pair of steps", "Steps before each access of the whole, or before each read and each write."),
        new("after", "list of step or pair of steps", "Steps after each access of the whole, or after each read and each write."),
        CSharpName,
        If,
        Doc,
    ]);
}
