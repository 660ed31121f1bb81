using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Generators;

/// <summary>A file after reading, binding and checking.</summary>
sealed record Parsed(string Path, DeviceModel? Device, EquatableArray<Finding> Findings, Span NamedAt)
{
    public static Parsed From(string path, string? text)
    {
        if (text is null)
        {
            var lost = new Finding(CompilerRules.Unreadable, path, Span.Start, "The file is listed in the project but cannot be read.");
            return new Parsed(path, null, new([lost]), Span.Start);
        }

        Description description = DeviceCompiler.Parse(path, text);
        return new Parsed(path, description.Device, description.Findings.Concat(description.Lints).ToEquatable(), description.NamedAt);
    }

    /// <summary>Its findings, and that its name is taken if it is.</summary>
    public IEnumerable<Finding> FindingsWith(IEnumerable<Duplicate> duplicates) => Findings.Concat(duplicates
        .Where(duplicate => duplicate.File == Path)
        .Select(duplicate => DeviceCompiler.DuplicateFinding(Path, NamedAt, duplicate.Name, duplicate.First)));
}

/// <summary>A device and the file that it came from.</summary>
sealed record DeviceFile(string Path, DeviceModel Device);

/// <summary>A file whose device has a name that another file has taken.</summary>
sealed record Duplicate(string File, string Name, string First)
{
    public static EquatableArray<Duplicate> Among(IEnumerable<DeviceFile> all) => DeviceCompiler.Duplicates(all.Select(file => (file.Path, file.Device)))
        .Select(duplicate => new Duplicate(duplicate.File, duplicate.Name, duplicate.First)).ToEquatable();
}
