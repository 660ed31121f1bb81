using RegGen.Rigs;

namespace RegGen.Fuzz.Tests.Sources;

/// <summary>Several files in one text, each behind a line with its name: descriptions with the libraries and devices that they use.</summary>
static class Bundles
{
    const string Mark = "#### ";

    static readonly IReadOnlyList<string> s_whole = [.. All()];

    /// <summary>A few mistakes anywhere in real files that use each other.</summary>
    public static string Make(Random random) => Mutants.Edit(random.Of(s_whole), random);

    /// <summary>The files, the one that is compiled first.</summary>
    public static IReadOnlyList<(string Name, string Text)> Split(string bundle)
    {
        string[] parts = $"\n{bundle}".Split($"\n{Mark}");
        return
        [
            .. parts.Select((part, i) => part.IndexOf('\n') is >= 0 and int end && (i > 0 || parts.Length == 1)
                ? (Name: i == 0 ? "main.regs.yaml" : part[..end].Trim(), Text: part[(end + 1)..])
                : (Name: "", Text: part)).Where(file => file.Name.Length > 0),
        ];
    }

    // What uses other files names them in one of two keys; those stand beside it.
    static IEnumerable<string> All()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.At(Path.Combine("tests", "RegGen.Compiler.Tests")), "*.regs.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(file);
            string[] beside = [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.regs.yaml").Order(StringComparer.Ordinal)
                .Where(other => other != file && text.Contains(Path.GetFileName(other), StringComparison.Ordinal))];
            if (beside.Length > 0)
            {
                yield return string.Concat(beside.Prepend(file).Select(each => $"{Mark}{Path.GetFileName(each)}\n{File.ReadAllText(each)}\n"));
            }
        }
    }
}
