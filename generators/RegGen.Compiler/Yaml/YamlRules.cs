using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Yaml;

/// <summary>What can be wrong with the text as YAML.</summary>
static class YamlRules
{
    public static readonly Rule Syntax = new("RG0001", Severity.Error, "Not YAML",
        "Check indentation, brackets and quotes near here.");

    public static readonly Rule DuplicateKey = new("RG0002", Severity.Error, "Duplicate key",
        "Remove one of the two, or rename it.");

    public static readonly Rule KeyNotText = new("RG0003", Severity.Error, "A key that is not a single text",
        "Write a name before the colon.");

    public static readonly Rule TooDeep = new("RG0004", Severity.Error, "Nested too deep",
        "A description needs no more than a dozen levels; remove brackets or indentation.");

    public static readonly Rule Alias = new("RG0005", Severity.Error, "YAML anchor, alias or tag",
        "Write the value out: descriptions do not use them.");

    public static readonly Rule NotOneMap = new("RG0006", Severity.Error, "Not one description",
        "A file holds one map that begins with 'reggen: 1' and 'device: Name'.");

    public static readonly Rule TooLong = new("RG0007", Severity.Error, "File too long",
        "Describe one device in a file; this one may not be a description at all.");

    public static readonly IReadOnlyList<Rule> All = [Syntax, DuplicateKey, KeyNotText, TooDeep, Alias, NotOneMap, TooLong];
}
