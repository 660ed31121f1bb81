using System.CommandLine;

namespace RegGen.Tool;

/// <summary><c>reggen check FILE...</c></summary>
static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> files = DescriptionFiles.Argument();
        var command = new Command("check", "Checks descriptions: exit code 0, or 1 with a line for each finding.") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), Console.Out));
        return command;
    }

    static int Run(string[] files, TextWriter output)
    {
        DescriptionFiles.Compile(files, output, out bool errors);
        return errors ? ExitCodes.Findings : ExitCodes.Success;
    }
}
