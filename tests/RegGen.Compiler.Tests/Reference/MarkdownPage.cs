using System.Text.RegularExpressions;
using RegGen.Rigs;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>A page of the repository: its code blocks, and its tables that are made from the compiler's own.</summary>
sealed partial class MarkdownPage(params string[] path)
{
    readonly string _file = Repository.At(path);

    public string Text => File.ReadAllText(_file);

    /// <summary>The code blocks of a language (<c>yaml</c>, <c>csharp</c>, or none), in order.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value)];

    /// <summary>Names of the tables that the page asks for.</summary>
    public IReadOnlyList<string> Tables => [.. Table().Matches(Text).Select(table => table.Groups["name"].Value)];

    /// <summary>The language cases that a section shows, up to the next heading.</summary>
    public IReadOnlyList<string> CasesIn(string section)
    {
        Match found = Regex.Match(Text, $@"^#+ {Regex.Escape(section)}$(?<text>.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(found.Success, $"There is no section '{section}'.");
        return [.. Table().Matches(found.Groups["text"].Value).Select(table => table.Groups["name"].Value)
            .Where(name => name.StartsWith("case: ", StringComparison.Ordinal)).Select(name => name["case: ".Length..])];
    }

    /// <summary>The page with its tables made anew.</summary>
    public string Renewed(Func<string, string> make) =>
        Table().Replace(Text, table => $"<!-- {table.Groups["name"].Value} -->\n{make(table.Groups["name"].Value)}<!-- end -->");

    /// <summary>Writes the page, where somebody asked for it.</summary>
    public void Accept(string text)
    {
        if (Environment.GetEnvironmentVariable("REGGEN_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            File.WriteAllText(_file, text);
        }
    }

    [GeneratedRegex(@"^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<!-- (?<name>(?!end )[A-Za-z0-9:. ]+?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
