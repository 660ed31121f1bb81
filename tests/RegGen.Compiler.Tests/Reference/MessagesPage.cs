using System.Text;
using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>The page about every message, made from the catalogue and from the examples that test it.</summary>
static class MessagesPage
{
    const string Head = """
        # Messages

        Every message of the compiler, by id: what it looks like, what it is about, what to do. This page is made from the compiler's catalogue and from
        the examples that test it. How to change a severity, and how to switch lints on, stands in [LANGUAGE.md](LANGUAGE.md#messages).


        """;

    public static string Make()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (Rule rule in CompilerRules.Catalogue.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            string kind = rule.IsLint ? "lint, off by default" : rule.Severity.ToString().ToLowerInvariant();
            text.Append(null, $"## {rule.Id}\n\n**{rule.Title}** ({kind}). {rule.Remedy}\n\n");
            if (File.Exists(Path.Combine(CaseFile.Folder, $"{rule.Id}.fail.regs.yaml")))
            {
                Description failing = CaseFile.Parse($"{rule.Id}.fail");
                IEnumerable<Finding> said = failing.Findings.Concat(failing.Lints).Where(finding => finding.Rule == rule).Take(2);
                text.Append(null, $"```yaml\n{Shown(CaseFile.Read($"{rule.Id}.fail"))}```\n\n");
                text.Append(null, $"```text\n{string.Concat(said.Select(finding => finding.ToString().Replace($"{rule.Id}.fail", "timer", StringComparison.Ordinal) + "\n"))}```\n\n");
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    // What cannot be seen on a page is left to the message.
    static string Shown(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        return string.Concat(lines.Take(30).Select(line => (line.Length > 140 ? line[..140] + "..." : line) + "\n"));
    }
}
