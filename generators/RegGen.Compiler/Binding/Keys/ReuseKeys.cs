namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Library = new("library",
    [
        new("reggen", "'1'", "Version of the language.", Required: true),
        new("library", "name", "Name of the library; a file has either this or 'device'.", Required: true),
        Doc,
        new("meta", "meta", "Where the library comes from."),
        new("use", "used file or list of used file", "Other libraries that this one needs."),
        new("parameters", "map of name: file parameter", "Values that the file may be given."),
        new("enums", "map of name: enum", "Enums for the devices that use the library. In C# they stand beside the devices, once."),
    ]);

    public static readonly KeyTable UsedFile = new("used file",
    [
        new("file", "file", "The file, relative to this one.", Required: true),
        new("with", "map of name: text", "Values for its parameters."),
    ], Line: "file");

    public static readonly KeyTable FileParameter = new("file parameter",
    [
        new("default", "text", "Its value where none is given: a number, true or false, or a text; a given value has to be of that kind."),
        Doc,
    ], Line: "text");

    /// <summary>Whether what stands behind a key is a map of names, rather than one of keys.</summary>
    public static bool AreNames(string key) => NameMaps.Contains(key);

    static HashSet<string>? s_nameMaps;

    static HashSet<string> NameMaps => s_nameMaps ??= new(
        All.SelectMany(table => table.Keys).Where(key => IsMap(key.Value) && key.Name != "with").Select(key => key.Name), StringComparer.Ordinal);

    static bool IsMap(ValueForm form) => form switch
    {
        ValueForm.MapOf => true,
        ValueForm.Choice choice => choice.Choices.Any(IsMap),
        ValueForm.Kind { Name: var name } => ValueKinds.Find(name)?.Means is { } longer && IsMap(ValueForm.Parse(longer)),
        _ => false,
    };

    static Key CSharpName => new("name", "name", "Its name in C#, as it is.", Default: "the name in Pascal case");

    static Key If => new("if", "parameter condition", "Leaves the part out where this does not hold of the parameters.");
}
