using RegGen.Compiler.Binding;
using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Lints;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;

namespace RegGen.Compiler;

/// <summary>A description understood: the device if it has no error, and all findings.</summary>
/// <param name="Device">The device, or null if it has an error.</param>
/// <param name="Findings">What is to be said about the file, in its order.</param>
/// <param name="NamedAt">Where the device's name stands.</param>
sealed record Description(DeviceModel? Device, EquatableArray<Finding> Findings, Span NamedAt)
{
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
        DeviceModel? device = null;
        try
        {
            if (files.Main.Root is { } root)
            {
                device = DeviceBinder.Bind(root, FilePaths.FileName(files.Main.Path), reporter);
            }

            if (device is not null)
            {
                foreach (Check check in Check.All)
                {
                    check.Run(device, reporter);
                }

                LintRules.Run(device, reporter);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reporter.Report(CompilerRules.Internal, Span.Start, $"{e.GetType().Name}: {e.Message}");
        }

        ILookup<bool, Finding> findings = reporter.Findings.ToLookup(finding => finding.Rule.IsLint);
        return new Description(reporter.HasErrors ? null : device, findings[false].ToEquatable(), reporter.Find("device")) { Lints = findings[true].ToEquatable() };
    }

    /// <summary>The C# of a sound device.</summary>
    public static string Emit(DeviceModel device, EmitOptions options) => DeviceEmitter.Emit(device, options);

    /// <summary>Devices of several files that come to the same class: all but the first file's, which alone is emitted.</summary>
    public static IEnumerable<(string File, string Name, string First)> Duplicates(IEnumerable<(string File, DeviceModel Device)> devices) =>
        devices.OrderBy(each => each.File, StringComparer.Ordinal)
            .GroupBy(each => new Names(each.Device).Device, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(1).Select(later => (later.File, later.Device.Name, FilePaths.FileName(same.First().File))));

    public static Finding DuplicateFinding(string file, Span namedAt, string name, string first) =>
        new(CompilerRules.DuplicateDevice, file, namedAt, $"The device {name} is described in {first} too.");
}
