using System.Diagnostics;
using System.Globalization;
using RegGen.Locks;

namespace RegGen.Guest;

/// <summary>Several processes at one index port: with the lock no access is torn, without it one is.</summary>
static class LockChecks
{
    public const string Child = "lock-child";

    const string Folder = "/run/reggen";
    const int Processes = 4, Turns = 1500;
    const int ParentsCell = 0, ChildsCell = 1;
    const byte ParentsValue = 0x11;

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30), s_moment = TimeSpan.FromSeconds(3);

    public static void Run(Checks checks, string[] arguments)
    {
        checks.That("there is no directory for locks at first", !Directory.Exists(Folder));
        using PortBus bus = PortBus.Open(Clock.Claim);
        ClockRam ram = new(bus, locked: true);
        ram.Cell(ParentsCell).Write(ParentsValue);
        checks.That("root makes the directory, for itself and the group", !OperatingSystem.IsWindows()
            && Directory.Exists(Folder) && File.GetUnixFileMode(Folder) == (UnixFileMode)0b111_111_000);

        Forced(checks, bus);
        Random(checks);
        Abandoned(checks, bus);
        Squatted(checks, bus);
    }

    /// <summary>What a child does: <c>turns CELL SEED WAY</c>, <c>once CELL WAY</c> or <c>hold</c>. The exit code tells how many accesses were torn.</summary>
    public static int RunChild(ReadOnlySpan<string> order)
    {
        using PortBus bus = PortBus.Open(Clock.Claim);
        switch (order)
        {
            case ["once", var cell, var way]:
                new ClockRam(bus, way == "locked").Cell(Number(cell)).Read();
                return 0;
            case ["turns", var cell, var seed, var way]:
                return Math.Min(Torn(new ClockRam(bus, way == "locked").Cell(Number(cell)), new Random(Number(seed))), 100);
            default:
                using (NamedLock.Get(ClockRam.LockName).Enter(bus))
                {
                    Console.WriteLine("held");
                    Thread.Sleep(Timeout.Infinite);
                }

                return 0;
        }
    }

    // This process stands between its index and its data. A child that goes through meanwhile moves the index.
    static void Forced(Checks checks, PortBus bus)
    {
        bus.Out8(Clock.Index, ClockRam.First + ParentsCell);
        using (Process bare = Start("once", ChildsCell, "bare"))
        {
            checks.That("without the lock another process comes between", bare.WaitForExit(s_patience) && bare.ExitCode == 0);
        }

        bus.Out8(Clock.Index, ClockRam.First + ChildsCell);
        bus.Out8(Clock.Data, 0x77);
        bus.Out8(Clock.Index, ClockRam.First + ParentsCell);
        using (Process bare = Start("once", ChildsCell, "bare"))
        {
            bare.WaitForExit(s_patience);
        }

        checks.That("and the access is torn", bus.In8(Clock.Data) == 0x77);

        Process locked;
        using (NamedLock.Get(ClockRam.LockName).Enter(bus))
        {
            bus.Out8(Clock.Index, ClockRam.First + ParentsCell);
            locked = Start("once", ChildsCell, "locked");
            checks.That("with the lock another process waits", !locked.WaitForExit(s_moment));
            checks.That("and the access is whole", bus.In8(Clock.Data) == ParentsValue);
        }

        checks.That("until the lock is free", locked.WaitForExit(s_patience) && locked.ExitCode == 0);
        locked.Dispose();
    }

    static void Random(Checks checks)
    {
        foreach (int torn in Torn("locked"))
        {
            checks.That("a process at random finds each of its values again", torn == 0);
        }

        // How often depends on the machine; that it can happen at all was forced before.
        Console.WriteLine($"# torn without the lock, of each process at most 100: {string.Join(", ", Torn("bare"))}");
    }

    static List<int> Torn(string way)
    {
        Process[] children = [.. Enumerable.Range(0, Processes).Select(i => Start("turns", i + 2, 4711 + i, way))];
        List<int> torn = [];
        foreach (Process child in children)
        {
            torn.Add(child.WaitForExit(s_patience) ? child.ExitCode : -1);
            child.Dispose();
        }

        return torn;
    }

    static int Torn(Register<byte> cell, Random random)
    {
        int torn = 0;
        for (int i = 0; i < Turns; i++)
        {
            byte value = (byte)random.Next(256);
            cell.Write(value);
            for (int reads = random.Next(4); reads >= 0; reads--)
            {
                torn += cell.Read() == value ? 0 : 1;
            }

            if (random.Next(8) == 0)
            {
                Thread.Sleep(0);
            }
        }

        return torn;
    }

    static void Abandoned(Checks checks, PortBus bus)
    {
        NamedLock held = NamedLock.Get(ClockRam.LockName);
        using Process child = Start("hold");
        checks.That("a child holds the lock", child.StandardOutput.ReadLine() == "held");
        checks.That("who waits too long is told which process holds it", Late(held, bus, 0.2).Contains($"process {child.Id} (", StringComparison.Ordinal));
        child.Kill();
        child.WaitForExit();
        checks.That("the lock of a process that was killed is free", Late(held, bus, 1).Length == 0);
    }

    // What is said to who waits in vain; nothing to who gets the lock.
    static string Late(NamedLock held, PortBus bus, double seconds)
    {
        try
        {
            held.Enter(bus, TimeSpan.FromSeconds(seconds)).Dispose();
            return "";
        }
        catch (TimeoutException timeout)
        {
            Console.WriteLine($"# {timeout.Message}");
            return timeout.Message;
        }
    }

    // Where another one has put a link, an access is refused before anything is written to a port.
    static void Squatted(Checks checks, PortBus bus)
    {
        Directory.CreateDirectory(Folder);
        File.CreateSymbolicLink($"{Folder}/guest-squatted.lock", "/tmp/target");
        checks.Refused("a link in the place of a lock", PortRefusal.NoLock, "guest-squatted", () => NamedLock.Get("guest-squatted").Enter(bus).Dispose());
        checks.That("and nothing is made where it leads", !File.Exists("/tmp/target"));
    }

    static Process Start(params object[] order) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, [Child, .. order.Select(word => Convert.ToString(word, CultureInfo.InvariantCulture)!)]) { RedirectStandardOutput = order is ["hold"] })!;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
