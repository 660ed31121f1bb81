namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Window = new("window",
    [
        new("index", "REG or REG.Field", "Where the index goes; what else that register holds is kept.", Required: true),
        new("data", "REG", "The register that shows the indexed one.", Required: true),
        new("registers", "map of name: register", "The registers behind it.", Required: true),
        new("groups", "map of name: group", "Registers behind it that share a condition."),
        CSharpName,
        If,
        Doc,
    ]);
}
