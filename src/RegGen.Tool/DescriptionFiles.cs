using System.CommandLine;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Reuse;

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
        List<(string File, Described Content, Span NamedAt)> sound = [];
        var folder = new DescriptionFolder();
        string[] wanted = [.. paths];
        foreach (string path in wanted)
        {
            Description? description = Parse(path, folder, lint, findings);
            if (description?.Content is { } content)
            {
                sound.Add((path, content, description.NamedAt));
            }
        }

        // What is wrong in a file that nobody named is said too, or the note where it is used would lead nowhere.
        foreach (SourceFile used in folder.Read.Where(file => !wanted.Any(path => FilePaths.Normal(path) == FilePaths.Normal(file.Path))))
        {
            findings.AddRange(DeviceCompiler.Parse(folder.Around(used)).Findings.Where(finding => finding.IsError));
        }

        var duplicates = DeviceCompiler.Duplicates(sound.Select(each => (each.File, each.Content))).ToList();
        findings.AddRange(duplicates.Select(duplicate => DeviceCompiler.DuplicateFinding(
            duplicate.File, sound.First(each => each.File == duplicate.File).NamedAt, duplicate.Name, duplicate.First)));
        return new([.. sound.Where(each => duplicates.All(duplicate => duplicate.File != each.File)).Select(each => each.Content)], findings);
    }

    static Description? Parse(string path, DescriptionFolder folder, bool lint, List<Finding> findings)
    {
        try
        {
            Description description = DeviceCompiler.Parse(folder.Around(folder.Open(path)));
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
