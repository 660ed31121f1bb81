using System.Diagnostics;

namespace RegGen.Rigs.Programs;

/// <summary>One run of a program on this machine.</summary>
/// <param name="Command">What was run.</param>
/// <param name="ExitCode">Its exit code, or null when it was stopped because its time was over.</param>
/// <param name="Output">What it said on standard output and standard error, in the order of arrival.</param>
public sealed record Execution(string Command, int? ExitCode, string Output)
{
    /// <summary>Runs a program until it ends or its time is over; then it is killed with what it started.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="patience">Its time.</param>
    /// <param name="folder">Its working directory; the top of the repository if none is given.</param>
    /// <param name="path">Its search path for programs; this process's if none is given.</param>
    /// <param name="environment">Variables that are set for it beside this process's own.</param>
    public static Execution Of(string program, IEnumerable<string> arguments, TimeSpan patience, string? folder = null, string? path = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        LeaveTheBuild(start);
        start.Environment["PATH"] = path ?? Environment.GetEnvironmentVariable("PATH");
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        List<string> lines = [];
        DataReceivedEventHandler keep = (_, line) =>
        {
            // Null is the end of one of the two streams, not a line.
            if (line.Data is not { } text)
            {
                return;
            }

            lock (lines)
            {
                lines.Add(text);
            }
        };
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return new($"{program} {string.Join(' ', start.ArgumentList)}", ended ? process.ExitCode : null, string.Join('\n', lines));
    }

    /// <summary>The output of a program that ended well.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message holds what it said.</exception>
    public string Succeeded() => ExitCode == 0
        ? Output
        : throw new InvalidOperationException($"{Command}\n{(ExitCode is { } code ? $"ended with {code}" : "did not end in time")}:\n{Output}");

    // Variables of the build that started the tests would take a nested build to the wrong place.
    static void LeaveTheBuild(ProcessStartInfo start)
    {
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }
    }
}
