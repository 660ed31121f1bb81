using RegGen.Compiler.Binding;
using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Lints;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler;

/// <summary>What can be wrong beside a single description, and the catalogue of everything that can be wrong.</summary>
static class CompilerRules
{
    public static readonly Rule DuplicateType = new("RG3001", Severity.Error, "Two types of one name",
        "Rename one of the two, or give one another C# name by 'name:'.");

    public static readonly Rule Unreadable = new("RG3002", Severity.Error, "File cannot be read",
        "Check that the file exists and may be read.");

    public static readonly Rule Internal = new("RG3003", Severity.Error, "Defect in the compiler",
        "This is a defect of RegGen, not of the description: please report it with the file.");

    public static readonly Rule FieldByPosition = new("RG5001", Severity.Error, "Field given by its position",
        "Name the field: a position means another one as soon as the description gets a field before it.");

    /// <summary>Every rule, by id.</summary>
    public static readonly IReadOnlyList<Rule> Catalogue =
    [
        .. YamlRules.All, .. BindingRules.All, .. ReuseRules.All, .. Check.All.Select(check => check.Rule), .. LintRules.All.Select(lint => lint.Rule),
        DuplicateType, Unreadable, Internal, FieldByPosition,
    ];
}
