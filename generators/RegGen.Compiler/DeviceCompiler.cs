using RegGen.Compiler.Binding;
using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Lints;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler;

/// <summary>A description understood: the device or library if it has no error, and all findings.</summary>
/// <param name="Content">What it describes, or null if it has an error.</param>
/// <param name="Libraries">The libraries that it uses; of a library, itself and those.</param>
/// <param name="Findings">What is to be said about the file, in its order.</param>
/// <param name="NamedAt">Where the name stands.</param>
sealed record Description(Described? Content, EquatableArray<LibraryModel> Libraries, EquatableArray<Finding> Findings, Span NamedAt)
{
    public DeviceModel? Device => Content?.Device;

    public bool HasErrors => Findings.Any(finding => finding.IsError);

    /// <summary>What a sound description might say better, for those who switch that on.</summary>
    public EquatableArray<Finding> Lints { get; init; }
}

/// <summary>The compiler: text to nodes (read), nodes to a model (bind), model to findings (check), model to C# (emit).</summary>
static class DeviceCompiler
{
    /// <summary>Reads, binds and checks a file that uses no other. Never throws: whatever is wrong is a finding with a place.</summary>
    /// <param name="path">The file as findings name it.</param>
    /// <param name="text">What is in it.</param>
    public static Description Parse(string path, string text) => Parse(SourceFiles.Alone(SourceFile.Read(path, text)));

    /// <summary>Binds and checks a file that was read, with the files that it uses.</summary>
    public static Description Parse(SourceFiles files)
    {
        var reporter = new Reporter(files.Main, files.Others);
        reporter.Report(files.Main.Findings);
        var used = new UsedFiles(files, reporter);
        Described? content = null;
        try
        {
            // What is not filled in or not there would be missed everywhere: nothing more is said until it is.
            int before = reporter.Findings.Count();
            if (used.AreSound() && new FileMerger(files, reporter).Merge() is { } root && reporter.Findings.Count() == before)
            {
                content = files.Main.IsLibrary ? Library(root, files, reporter) : Device(root, files, used.Libraries, reporter);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reporter.Report(CompilerRules.Internal, Span.Start, $"{e.GetType().Name}: {e.Message}");
        }

        ILookup<bool, Finding> findings = used.AtHome(reporter.Findings).ToLookup(finding => finding.Rule.IsLint);
        IEnumerable<LibraryModel> libraries = content?.Library is { } library ? used.Libraries.Prepend(library) : used.Libraries;
        Span namedAt = reporter.Find(files.Main.IsLibrary ? "library" : "device");
        return new Description(reporter.HasErrors ? null : content, libraries.ToEquatable(), findings[false].ToEquatable(), namedAt)
        {
            Lints = findings[true].ToEquatable(),
        };
    }

    static Described? Library(MapNode root, SourceFiles files, Reporter reporter) =>
        LibraryBinder.Bind(root, FilePaths.FileName(files.Main.Path), reporter) is { } library ? new(null, library) : null;

    static Described? Device(MapNode root, SourceFiles files, IEnumerable<LibraryModel> libraries, Reporter reporter)
    {
        if (DeviceBinder.Bind(root, FilePaths.FileName(files.Main.Path), libraries, reporter) is not { } device)
        {
            return null;
        }

        foreach (Check check in Check.All)
        {
            check.Run(device, reporter);
        }

        LintRules.Run(device, reporter);
        return new(device, null);
    }

    /// <summary>The C# of a sound device.</summary>
    public static string Emit(DeviceModel device, EmitOptions options) => DeviceEmitter.Emit(device, options);

    /// <summary>Files that come to a type or C# file which an earlier one has already made; those earlier ones alone are emitted.</summary>
    public static IEnumerable<(string File, string Name, string First)> Duplicates(IEnumerable<(string File, Described Content)> files)
    {
        // File names differ by more than letter case, or one would be lost on some systems.
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string file, Described content) in files.OrderBy(each => each.File, StringComparer.Ordinal))
        {
            string[] names = [.. content.Types.Append(content.FileName)];
            if (names.FirstOrDefault(taken.ContainsKey) is { } name)
            {
                yield return (file, name == content.FileName ? content.Name : name, FilePaths.FileName(taken[name]));
                continue;
            }

            foreach (string own in names)
            {
                taken[own] = file;
            }
        }
    }

    public static Finding DuplicateFinding(string file, Span namedAt, string name, string first) =>
        new(CompilerRules.DuplicateType, file, namedAt, $"The C# name {name} is made from {first} too.");
}
