namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    /// <summary>The long form of an access.</summary>
    public static readonly KeyTable Effects = new("pair of effects",
    [
        new("read", "read effect", "What a read does.", Default: "none"),
        new("write", "write effect", "What a write does.", Default: "none"),
    ]);

    static Key Read => new("read", "read effect", "What a read does, where the access does not tell.");

    static Key Write => new("write", "write effect", "What a write does, where the access does not tell.");
}
