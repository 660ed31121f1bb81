using System.Diagnostics;

namespace RegGen.Benchmarks;

/// <summary>This very program, compiled ahead of time.</summary>
static class NativeProgram
{
    const string Project = "tests/RegGen.Benchmarks";

    /// <summary>Publishes it and runs it; what it prints goes where this program prints.</summary>
    /// <returns>Whether both went well.</returns>
    public static bool Run(params string[] arguments)
    {
        string root = FindRepository();
        string output = Path.Combine(root, ".artifacts", "benchmarks", "native");
        Console.Error.WriteLine("publishing ahead-of-time code ...");
        // With artifacts of its own, since this program may be running out of the ordinary ones.
        string? failure = Execute("dotnet", capture: true, "publish", Path.Combine(root, Project), "-c", "Release", "-r", "linux-x64", "-o", output,
            "--artifacts-path", Path.Combine(root, ".artifacts", "benchmarks", "build"), "-p:PublishNative=true", "--disable-build-servers");
        if (failure is not null)
        {
            Console.Error.WriteLine(failure);
            return false;
        }

        return Execute(Path.Combine(output, "RegGen.Benchmarks"), capture: false, arguments) is null;
    }

    static string? Execute(string program, bool capture, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = capture };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        string said = capture ? process.StandardOutput.ReadToEnd() : "";
        process.WaitForExit();
        return process.ExitCode == 0 ? null : said;
    }

    static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RegGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The ahead-of-time row is published from the repository, and this program is not in one.");
    }
}
