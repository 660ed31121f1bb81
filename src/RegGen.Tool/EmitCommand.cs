using System.CommandLine;
using RegGen.Compiler;
using RegGen.Compiler.Emit;
using RegGen.Tool.Reports;

namespace RegGen.Tool;

/// <summary><c>reggen emit FILE [-o DIR]</c></summary>
static class EmitCommand
{
    public static Command Create()
    {
        Argument<string[]> files = DescriptionFiles.Argument();
        var folder = new Option<string?>("--output", "-o") { Description = "Folder for the C# files; without it they go to the screen." };
        var name = new Option<string>("--namespace") { Description = "Namespace of the classes.", DefaultValueFactory = _ => "Devices" };
        var isPublic = new Option<bool>("--public") { Description = "Makes the classes public instead of internal." };
        var command = new Command("emit", "Emits the C# of descriptions, as the source generator does.") { files, folder, name, isPublic };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(files),
            parsed.GetValue(folder),
            new EmitOptions(CSharpText.Namespace(parsed.GetRequiredValue(name)), parsed.GetValue(isPublic) ? "public" : "internal")));
        return command;
    }

    // All or nothing: with an error in one file, no file is written.
    static int Run(string[] files, string? folder, EmitOptions options)
    {
        Compiled compiled = DescriptionFiles.Compile(files);
        Console.Error.Write(TextReport.Of(compiled.Findings));
        if (compiled.HasErrors)
        {
            return ExitCodes.Findings;
        }

        try
        {
            foreach (Described content in compiled.Sound)
            {
                Write(content.FileName, content.Emit(options), folder);
            }

            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Console.Error.WriteLine($"reggen: {e.Message}");
            return ExitCodes.WrongUsage;
        }
    }

    static void Write(string name, string text, string? folder)
    {
        if (folder is null)
        {
            Console.Out.Write(text);
            return;
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        Console.Out.WriteLine(path);
    }
}
