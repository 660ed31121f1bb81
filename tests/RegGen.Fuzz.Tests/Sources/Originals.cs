using RegGen.Rigs;

namespace RegGen.Fuzz.Tests.Sources;

/// <summary>The texts that mutation starts from: the devices, the items of the language, right and wrong, and the cases of every rule.</summary>
static class Originals
{
    public static readonly IReadOnlyList<string> All = [.. new[] { "devices", Path.Combine("tests", "RegGen.Compiler.Tests") }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.regs.yaml", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>Every line of them, and every word: what new texts are spliced from.</summary>
    public static readonly string[] Lines = [.. All.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0).Distinct()];

    public static readonly string[] Words =
    [
        .. Lines.SelectMany(line => line.Split([' ', ',', '{', '}', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries)).Distinct(),
    ];
}
