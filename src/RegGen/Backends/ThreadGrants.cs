using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>The ports that this process's buses hold. Two buses may claim the same port: it is revoked when the last one lets go.</summary>
internal static class ThreadGrants
{
    static readonly Lock s_gate = new();
    static readonly List<PortRange> s_held = [];

    /// <summary>Grants the range to the calling thread.</summary>
    /// <returns>0, or the system's error number.</returns>
    public static int Take(StubLibrary library, PortRange range)
    {
        lock (s_gate)
        {
            int error = library.Grant(range, on: true);
            if (error == 0)
            {
                s_held.Add(range);
            }

            return error;
        }
    }

    /// <summary>Revokes, for the calling thread, what no other bus holds of the range.</summary>
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
