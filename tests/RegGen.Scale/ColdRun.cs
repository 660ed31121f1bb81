using System.Diagnostics;
using System.Globalization;

namespace RegGen.Scale;

/// <summary><c>reggen emit</c> on a file, in a process of its own, from its start to its end.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Busy">Seconds that a processor worked for it: what the clock would show on a machine that does nothing else.</param>
/// <param name="Megabytes">The most memory that it held.</param>
sealed record ColdRun(double Seconds, double Busy, double Megabytes)
{
    static readonly string s_tool = PublishedTool.Publish();

    /// <summary>The quickest of some runs: whatever else the machine does only makes a run slower.</summary>
    public static ColdRun Best(string description, int runs)
    {
        string folder = Directory.CreateTempSubdirectory("reggen").FullName;
        try
        {
            string file = Path.Combine(folder, "large.regs.yaml");
            File.WriteAllText(file, description);
            return Enumerable.Range(0, runs).Select(_ => Run(file, folder)).MinBy(run => run.Seconds)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static ColdRun Run(string file, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        ProcessStartInfo command = new(s_tool) { RedirectStandardOutput = true };
        foreach (string argument in new[] { "emit", file, "-o", folder })
        {
            command.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(command)!;
        double most = 0, busy = 0;
        while (!process.WaitForExit(2))
        {
            most = Math.Max(most, MostMemory(process.Id));
            busy = Math.Max(busy, BusySeconds(process));
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0 ? new(seconds, busy, most) : throw new InvalidOperationException(process.StandardOutput.ReadToEnd());
    }

    // What it worked is not known any more when it has ended; the last look is at most two milliseconds old.
    static double BusySeconds(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    // The kernel's own high-water mark; other systems have none, and the column shows 0.
    static double MostMemory(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
