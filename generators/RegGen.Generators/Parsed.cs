using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;

namespace RegGen.Generators;

/// <summary>A file of the project as read: its nodes, or the finding that took their place.</summary>
sealed record FileRead(SourceFile? File, Finding? Failure)
{
    public static FileRead From(string path, string? text) => text is null
        ? new(null, new Finding(CompilerRules.Unreadable, path, Span.Start, "The file is listed in the project but cannot be read."))
        : new(SourceFile.Read(path, text), null);
}

/// <summary>A file after binding and checking, together with the files that it uses.</summary>
sealed record Parsed(string Path, Described? Content, EquatableArray<Finding> Findings, Span NamedAt)
{
    public static Parsed From(SourceFiles files)
    {
        Description description = DeviceCompiler.Parse(files);
        return new Parsed(files.Main.Path, description.Content, description.Findings.Concat(description.Lints).ToEquatable(), description.NamedAt);
    }

    /// <summary>Its findings, and that its name is taken if it is.</summary>
    public IEnumerable<Finding> FindingsWith(IEnumerable<Duplicate> duplicates) => Findings.Concat(duplicates
        .Where(duplicate => duplicate.File == Path)
        .Select(duplicate => DeviceCompiler.DuplicateFinding(Path, NamedAt, duplicate.Name, duplicate.First)));
}

/// <summary>What a sound file describes.</summary>
sealed record DescribedFile(string Path, Described Content);

/// <summary>A file that would make a type which another file makes.</summary>
sealed record Duplicate(string File, string Name, string First)
{
    public static EquatableArray<Duplicate> Among(IEnumerable<DescribedFile> all) => DeviceCompiler.Duplicates(all.Select(file => (file.Path, file.Content)))
        .Select(duplicate => new Duplicate(duplicate.File, duplicate.Name, duplicate.First)).ToEquatable();
}
