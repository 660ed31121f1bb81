using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>The ports that this process's buses hold. Two buses may claim the same port: it is revoked when the last one lets go.</summary>
internal static partial class ProcessGrants
{
    /// <summary>Set by the launcher, to the ports that it has granted. A hint alone: what the process really has is looked up.</summary>
    public const string Hint = "REGGEN_PORTS";

    static readonly Lock s_gate = new();
    static readonly List<PortRange> s_held = [];
    static bool s_mayAsk;

    /// <summary>Grants the range to the process.</summary>
    /// <param name="library">The native library.</param>
    /// <param name="range">The ports.</param>
    /// <param name="inherited">Whether the process has had them from its start, from whoever started it: they are not ours to give back.</param>
    /// <returns>0, or the system's error number.</returns>
    public static int Take(StubLibrary library, PortRange range, out bool inherited)
    {
        lock (s_gate)
        {
            inherited = Environment.GetEnvironmentVariable(Hint) is not null && IsInherited(library, range);
            if (inherited)
            {
                return 0;
            }

            int error = Ask(library, range);
            if (error == 0)
            {
                s_held.Add(range);
                return 0;
            }

            // Started by something else than our launcher, which gave no hint.
            inherited = IsInherited(library, range);
            return inherited ? 0 : error;
        }
    }

    /// <summary>Revokes what no other bus holds of the range.</summary>
    public static void Release(StubLibrary library, PortRange range)
    {
        lock (s_gate)
        {
            s_held.Remove(range);
            foreach (PortRange free in Without(range, s_held))
            {
                library.Grant(free, on: false);
            }
        }
    }

    /// <summary>Takes all ports from the calling thread, whoever gave them to it, for good: the thread must not access any afterwards.</summary>
    /// <exception cref="PortAccessException">The system does not take them.</exception>
    public static void LeaveThread()
    {
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && ChangeThread(0, 0x10000, 0) != 0
            && Marshal.GetLastPInvokeError() is var error && (error != GrantRefusal.NoSuchCall || HoldsAny()))
        {
            throw new PortAccessException(PortRefusal.Unsupported, $"The system does not take the ports from the thread (error {error}).",
                "Start the program before the bus is opened.");
        }
    }

    static bool HoldsAny()
    {
        lock (s_gate)
        {
            return s_held.Count > 0 || Environment.GetEnvironmentVariable(Hint) is not null;
        }
    }

    // libc's own, since a process may have ports from its start and no library of ours.
    [LibraryImport("libc", EntryPoint = "ioperm", SetLastError = true)]
    private static partial int ChangeThread(nuint first, nuint count, int on);

    // What we hold ourselves proves nothing.
    static bool IsInherited(StubLibrary library, PortRange range) =>
        Without(range, s_held).SequenceEqual([range]) && library.Holds(range);

    static int Ask(StubLibrary library, PortRange range)
    {
        int error = s_mayAsk ? 0 : library.Try(range);
        s_mayAsk = error == 0;
        return error == 0 ? library.Grant(range, on: true) : error;
    }

    /// <summary>The parts of a range that lie in none of the others, ascending.</summary>
    internal static IEnumerable<PortRange> Without(PortRange range, IEnumerable<PortRange> others)
    {
        int next = range.First;
        foreach (PortRange other in others.Where(other => other.First <= range.Last && other.Last >= range.First).OrderBy(other => other.First))
        {
            if (other.First > next)
            {
                yield return new((ushort)next, (ushort)(other.First - 1));
            }

            next = Math.Max(next, other.Last + 1);
        }

        if (next <= range.Last)
        {
            yield return new((ushort)next, range.Last);
        }
    }
}
