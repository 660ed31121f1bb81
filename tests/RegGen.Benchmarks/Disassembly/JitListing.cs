using System.Diagnostics;

namespace RegGen.Benchmarks.Disassembly;

/// <summary>What the JIT of the running runtime makes of a method, once it has seen it often enough.</summary>
static class JitListing
{
    const string Header = "; Assembly listing for method";
    const string FullyOptimized = "(Tier1)";

    /// <summary>Runs this program once more, with the JIT told to write down the method.</summary>
    /// <param name="method">The method's name; a star stands for any rest.</param>
    /// <param name="arguments">What makes the program call it.</param>
    public static string[] Of(string method, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
            start.Environment["DOTNET_JitDisasm"] = method;
            start.Environment["DOTNET_JitStdOutFile"] = file;
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Last(File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static string[] Last(string[] lines)
    {
        int start = Array.FindLastIndex(lines, line => line.StartsWith(Header, StringComparison.Ordinal) && line.EndsWith(FullyOptimized, StringComparison.Ordinal));
        return start < 0
            ? throw new InvalidOperationException("The JIT wrote down no fully optimized code: is this an ordinary .NET runtime of version 8 or later?")
            : [.. lines.Skip(start).TakeWhile((line, index) => index == 0 || !line.StartsWith(Header, StringComparison.Ordinal))];
    }
}
