namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Field = new("field",
    [
        new("bits", "bits", "Its bits, both ends included, the higher first.", Required: true),
        new("access", "access", "How its bits behave.", Default: "the register's"),
        new("read", "'normal', 'clear' or 'pop'", "What a read does, where the access does not tell."),
        new("enum", "name or enum", "Names of its values: a shared enum, or one of its own."),
        new("reset", "number", "Value after reset, where the register gives none."),
        new("neutral", "number", "The value that does nothing, where it is not the reset value."),
        CSharpName,
        If,
        Doc,
    ], Line: "bits [access] [enum]");

    public static readonly KeyTable EnumMember = new("enum name",
    [
        new("value", "number", "Its value.", Required: true),
        CSharpName,
        If,
        Doc,
    ], Line: "number");
}
