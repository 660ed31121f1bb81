using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace RegGen.Testing;

/// <summary>Compares texts with files beside the test: <c>{TestClass}.{Method}.verified.txt</c>, named as the package Verify names them.</summary>
/// <remarks>
/// On a difference the test fails with a diff, and the actual text is left beside the snapshot as <c>*.received.*</c>. Review it, then run
/// the test again with the environment variable <c>REGGEN_ACCEPT=1</c> to make it the snapshot. Where <c>CI</c> is set nothing is written.
/// </remarks>
public static class Snapshot
{
    static readonly SnapshotFolder Folder = SnapshotFolder.FromEnvironment();

    /// <summary>Compares a text with its snapshot.</summary>
    /// <param name="text">The actual text.</param>
    /// <param name="extension">Extension of the snapshot.</param>
    /// <param name="parameter">What tells the cases of a theory apart; becomes <c>{Method}_{parameter}</c>.</param>
    /// <param name="file">The test's source; leave it to the compiler.</param>
    /// <param name="method">The test; leave it to the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The text differs, or there is no snapshot yet.</exception>
    public static void Verify(
        string text, string extension = "txt", string? parameter = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(file);
        Folder.Verify(Of(file, method, parameter), extension, text);
    }

    /// <summary>Compares each generated file with a snapshot of its own, <c>{TestClass}.{Method}#{HintName}.verified.cs</c>.</summary>
    /// <param name="driver">A driver that has run. Its diagnostics, if any, are compared with <c>{TestClass}.{Method}.verified.txt</c>.</param>
    /// <param name="parameter">What tells the cases of a theory apart; becomes <c>{Method}_{parameter}</c>.</param>
    /// <param name="file">The test's source; leave it to the compiler.</param>
    /// <param name="method">The test; leave it to the compiler.</param>
    /// <exception cref="SnapshotMismatchException">A file differs, has no snapshot yet, or is not generated any more; the message has all of them.</exception>
    public static void Verify(
        GeneratorDriver driver, string? parameter = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(file);
        string stem = Of(file, method, parameter);
        List<(string Stem, string Extension, string Text)> texts =
            [.. RegGenDriver.Sources(driver).Select(source => ($"{stem}#{Path.GetFileNameWithoutExtension(source.Name)}", "cs", source.Text))];
        string[] diagnostics = [.. driver.GetRunResult().Diagnostics.Select(diagnostic => diagnostic.ToString())];
        if (diagnostics.Length > 0)
        {
            texts.Add((stem, "txt", string.Join('\n', diagnostics) + "\n"));
        }

        Folder.VerifyAll(stem, texts);
    }

    /// <summary>Compares the lines of a trace with <c>{TestClass}.{Method}.verified.txt</c>.</summary>
    /// <remarks>
    /// <example>
    /// <code>
    /// using var trace = TraceLog.Of(bus, new TracedDevice("COM2", Uart16550.Map, 0x2F8));
    /// new SerialPort(uart).Configure();
    /// Snapshot.Verify(trace);
    /// </code>
    /// </example>
    /// </remarks>
    /// <param name="trace">The trace.</param>
    /// <param name="parameter">What tells the cases of a theory apart; becomes <c>{Method}_{parameter}</c>.</param>
    /// <param name="file">The test's source; leave it to the compiler.</param>
    /// <param name="method">The test; leave it to the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The lines differ, or there is no snapshot yet.</exception>
    public static void Verify(TraceLog trace, string? parameter = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(trace);
        Verify(trace.ToString(), "txt", parameter, file, method);
    }

    /// <summary>Fails if a snapshot beside the calling test's source belongs to no test any more: call it in one test of a project.</summary>
    /// <remarks>With <c>REGGEN_ACCEPT=1</c> such snapshots are deleted. Snapshots of names of their own (<see cref="VerifyAs"/>) do not count.</remarks>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="file">The test's source; leave it to the compiler.</param>
    /// <exception cref="SnapshotMismatchException">There are some; the message names them.</exception>
    public static void VerifyNoOrphans(Assembly tests, [CallerFilePath] string file = "")
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(file);
        Dictionary<string, string[]> methods = tests.GetTypes().GroupBy(type => type.Name)
            .ToDictionary(types => types.Key, types => types.SelectMany(type => type.GetMethods()).Select(method => method.Name).ToArray());
        Folder.VerifyNoOrphans(Path.GetDirectoryName(SourcePath.Find(file))!, name => IsOfTest(name, methods));
    }

    /// <summary>Compares a text with a snapshot of any name beside the test's source.</summary>
    /// <param name="text">The actual text.</param>
    /// <param name="name">The snapshot's name without <c>.verified</c> and extension, such as <c>Cases/RG2001.fail</c>.</param>
    /// <param name="extension">Extension of the snapshot.</param>
    /// <param name="file">The test's source; leave it to the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The text differs, or there is no snapshot yet.</exception>
    public static void VerifyAs(string text, string name, string extension = "txt", [CallerFilePath] string file = "")
    {
        ArgumentNullException.ThrowIfNull(file);
        Folder.Verify(Path.Combine(Path.GetDirectoryName(SourcePath.Find(file))!, name), extension, text);
    }

    static string Of(string file, string method, string? parameter)
    {
        string source = SourcePath.Find(file);
        string test = $"{Path.GetFileNameWithoutExtension(source)}.{method}";
        return Path.Combine(Path.GetDirectoryName(source)!, parameter is null ? test : $"{test}_{parameter}");
    }

    // {Class}.{Method}, then #{file} or _{parameter}.
    static bool IsOfTest(string name, Dictionary<string, string[]> methods)
    {
        string[] parts = name.Split('.', 2);
        return parts.Length == 2 && methods.TryGetValue(parts[0], out string[]? known)
            && known.Any(method => parts[1] == method || parts[1].StartsWith($"{method}#", StringComparison.Ordinal) || parts[1].StartsWith($"{method}_", StringComparison.Ordinal));
    }
}
