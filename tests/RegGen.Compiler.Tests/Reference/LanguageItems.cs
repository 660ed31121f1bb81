namespace RegGen.Compiler.Tests.Reference;

/// <summary>An item of the language: its section of <c>devices/LANGUAGE.md</c>, and the language cases shown there.</summary>
sealed record LanguageItem(string Section, params string[] Cases);

/// <summary>All items of the language. A new item gets a row here, a section, and a case.</summary>
static class LanguageItems
{
    public static readonly IReadOnlyList<LanguageItem> All =
    [
        new("Access", "Access"),
        new("Banks", "Banks"),
        new("Windows", "Windows"),
        new("Shared libraries", "SharedEnums"),
        new("Variants", "Variants"),
        new("Parameters", "OptionalParts"),
        new("Names of your own", "NamesInCSharp"),
    ];
}
