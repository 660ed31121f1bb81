using System.Diagnostics;

namespace RegGen.Tests.Backends;

/// <summary>A program made of a line of shell. A shell writes the file: while we have it open, no process that we fork could run it.</summary>
sealed class ShellProgram : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shell-program-");

    public ShellProgram(string line)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "program");
        using var writer = Process.Start("/bin/sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod +x \"$2\"", "sh", line, Path]);
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
