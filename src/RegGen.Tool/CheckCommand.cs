using System.CommandLine;
using RegGen.Compiler.Diagnostics;
using RegGen.Tool.Reports;

namespace RegGen.Tool;

/// <summary><c>reggen check FILE... [--lint] [--format text|json|sarif|github]</c></summary>
static class CheckCommand
{
    static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<Finding>, string>> s_formats =
        new Dictionary<string, Func<IReadOnlyList<Finding>, string>>(StringComparer.Ordinal)
        {
            ["text"] = TextReport.Of, ["json"] = JsonReport.Of, ["sarif"] = SarifReport.Of, ["github"] = GitHubReport.Of,
        };

    public static Command Create()
    {
        Argument<string[]> files = DescriptionFiles.Argument();
        var lint = new Option<bool>("--lint") { Description = "Says too what a sound description might say better." };
        var format = new Option<string>("--format")
        {
            Description = "How findings are written: lines as compilers write them, JSON, SARIF 2.1.0, or commands of a GitHub workflow.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong([.. s_formats.Keys]);
        var command = new Command("check", "Checks descriptions: exit code 0, or 1 if there is an error.") { files, lint, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(lint), s_formats[parsed.GetRequiredValue(format)]));
        return command;
    }

    static int Run(string[] files, bool lint, Func<IReadOnlyList<Finding>, string> report)
    {
        Compiled compiled = DescriptionFiles.Compile(files, lint);
        Console.Out.Write(report(compiled.Findings));
        return compiled.HasErrors ? ExitCodes.Findings : ExitCodes.Success;
    }
}
