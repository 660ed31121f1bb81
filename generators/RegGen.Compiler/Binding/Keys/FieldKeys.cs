namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Field = new("field",
    [
        new("bits", "bits", "Its bits, both ends included, the higher first.", Required: true),
        new("access", "access or pair of effects", "How its bits behave.", Default: "the register's"),
        Read,
        Write,
        new("enum", "name or enum", "Names of its values: a shared enum, or one of its own."),
        new("reset", "number", "Value after reset, where the register gives none."),
        new("neutral", "number", "The value that does nothing, where it is not the reset value."),
        Doc,
    ], Line: "bits [access] [enum]");

    public static readonly KeyTable EnumMember = new("enum name",
    [
        new("value", "number", "Its value.", Required: true),
        Doc,
    ], Line: "number");
}
