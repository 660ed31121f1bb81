using System.CommandLine;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Tool;

/// <summary>Reads and compiles the files of a command, through the same core as the generator.</summary>
static class DescriptionFiles
{
    /// <summary>The files of a command. A misspelt option would pass for a file otherwise.</summary>
    public static Argument<string[]> Argument()
    {
        var files = new Argument<string[]>("FILE") { Description = "Descriptions, *.regs.yaml.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            foreach (string option in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-')))
            {
                result.AddError($"There is no option {option}; a file of that name is written ./{option}.");
            }
        });
        return files;
    }

    /// <summary>Compiles the files.</summary>
    public static Compiled Compile(IEnumerable<string> paths, bool lint = false)
    {
        List<Finding> findings = [];
        List<(string File, DeviceModel Device, Span NamedAt)> sound = [];
        foreach (string path in paths)
        {
            Description? description = Parse(path, lint, findings);
            if (description?.Device is { } device)
            {
                sound.Add((path, device, description.NamedAt));
            }
        }

        var duplicates = DeviceCompiler.Duplicates(sound.Select(each => (each.File, each.Device))).ToList();
        findings.AddRange(duplicates.Select(duplicate => DeviceCompiler.DuplicateFinding(
            duplicate.File, sound.First(each => each.File == duplicate.File).NamedAt, duplicate.Name, duplicate.First)));
        return new([.. sound.Where(each => duplicates.All(duplicate => duplicate.File != each.File)).Select(each => each.Device)], findings);
    }

    static Description? Parse(string path, bool lint, List<Finding> findings)
    {
        try
        {
            Description description = DeviceCompiler.Parse(path, File.ReadAllText(path));
            findings.AddRange(lint ? description.Findings.Concat(description.Lints) : description.Findings);
            return description;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(CompilerRules.Unreadable, path, Span.Start, e.Message));
            return null;
        }
    }
}
