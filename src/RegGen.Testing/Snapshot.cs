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
    /// <exception cref="SnapshotMismatchException">A file differs, or has no snapshot yet.</exception>
    public static void Verify(
        GeneratorDriver driver, string? parameter = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(file);
        string stem = Of(file, method, parameter);
        foreach ((string name, string text) in RegGenDriver.Sources(driver))
        {
            Folder.Verify($"{stem}#{Path.GetFileNameWithoutExtension(name)}", "cs", text);
        }

        string[] diagnostics = [.. driver.GetRunResult().Diagnostics.Select(diagnostic => diagnostic.ToString())];
        if (diagnostics.Length > 0)
        {
            Folder.Verify(stem, "txt", string.Join('\n', diagnostics) + "\n");
        }
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
}
