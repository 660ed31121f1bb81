using System.Text.RegularExpressions;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The demo as native code, and its output freed of what two runs may differ in.</summary>
static partial class DemoProgram
{
    public static string Folder() => DotNetProgram.PublishNative("src/RegGen.Demo");

    /// <summary>The lines of a run on QEMU's models.</summary>
    public static IReadOnlyList<string> OnQemu() =>
        Execution.Of(Path.Combine(Folder(), "RegGen.Demo"), ["--via", "qemu"], TimeSpan.FromMinutes(1)).Succeeded().TrimEnd('\n').Split('\n');

    /// <summary>Lines to compare: without the time of day, the way to the ports, repeated polls and the state that the driver found.</summary>
    public static string[] Comparable(IEnumerable<string> lines)
    {
        List<string> kept = [];

        // From saving the state to the first loopback, and again while it is put back: what the guest's kernel left there is its own.
        bool isState = true;
        foreach (string original in lines)
        {
            isState = original == "COM2.FCR <- 0x00" || (isState && !original.Contains("Loop=1", StringComparison.Ordinal));
            string line = Clock().Replace(Time().Replace(original, "$1 time"), "clock time");
            line = Ports().Replace(isState ? State().Replace(line, "$1 state") : line, "ports ");

            // A device on a moving clock may be polled once more than one that stands still; a clock that ticks meanwhile is read again.
            bool isRepeated = line.StartsWith("RTC.", StringComparison.Ordinal)
                ? line.Contains("UpdateInProgress=1", StringComparison.Ordinal) || kept.Contains(line)
                : kept.Count > 0 && kept[^1] == line && line.Contains(" -> ", StringComparison.Ordinal);
            if (!isRepeated)
            {
                kept.Add(line);
            }
        }

        return [.. kept];
    }

    [GeneratedRegex(@"^(COM2\.(?:LCR|MCR|IER|DLL|DLM) (?:->|<-)) 0x.*$")]
    private static partial Regex State();

    [GeneratedRegex(@"^(RTC\.Cmos\.(?:Seconds|Minutes|Hours|DayOfMonth|Month|Year|Century) ->) 0x[0-9A-F]{2}( .*)?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^clock +\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$")]
    private static partial Regex Clock();

    [GeneratedRegex("^ports +(?:qemu|direct|driver): ")]
    private static partial Regex Ports();
}
