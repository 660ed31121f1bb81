namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Bank = new("bank",
    [
        new("select", "REG.Field", "The field that chooses.", Required: true),
        new("home", "number or name", "Its value between accesses. Registers of the home bank are reached without selecting."),
        If,
        Doc,
    ]);
}
