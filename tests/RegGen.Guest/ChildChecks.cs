using System.Diagnostics;
using System.Globalization;

namespace RegGen.Guest;

/// <summary>A child that is started under a grant: what it inherits, and how to prevent it.</summary>
static class ChildChecks
{
    public static void Run(Checks checks, string[] arguments)
    {
        using PortBus bus = PortBus.Open(Uart.Claim);
        bus.Out8(Uart.Scratch, 0x51);
        checks.That("a child that a granted thread starts has the ports", Answer(Process.Start) == "holds 1");
        checks.That("a child that is started port-free has none", Answer(PortFreeProcess.Start) == "holds 0");
        checks.That("who started it keeps them", bus.In8(Uart.Scratch) == 0x51);
        bus.Dispose();
        checks.That("a child that is started after dispose has none", Answer(Process.Start) == "holds 0");
    }

    static string Answer(Func<ProcessStartInfo, Process?> start)
    {
        ProcessStartInfo info = new("/payload/c/holds", [Uart.Scratch.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using Process child = start(info)!;
        string answer = child.StandardOutput.ReadToEnd().Trim();
        child.WaitForExit();
        return answer;
    }
}
