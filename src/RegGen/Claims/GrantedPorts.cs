using System.Diagnostics.CodeAnalysis;

namespace RegGen.Claims;

/// <summary>The ports that a bus was granted: what it may access. Ranges come, and never go.</summary>
sealed class GrantedPorts(PortRange[] ranges)
{
    PortRange[] _ranges = ranges;

    public IReadOnlyList<PortRange> Ranges => _ranges;

    /// <summary>Adds what was granted later.</summary>
    public void Add(PortRange[] more) => _ranges = [.. _ranges, .. more];

    // Adjacent grants serve one access together, as they do in the processor's bitmap.
    public bool Contains(PortRange wanted)
    {
        int next = wanted.First;
        while (next <= wanted.Last)
        {
            int reached = next;
            foreach (PortRange range in _ranges)
            {
                if (range.Contains((ushort)next))
                {
                    reached = Math.Max(reached, range.Last + 1);
                }
            }

            if (reached == next)
            {
                return false;
            }

            next = reached;
        }

        return true;
    }

    /// <exception cref="PortAccessException">Not all ports of the claim were granted.</exception>
    public void Require(PortClaim claim)
    {
        foreach (PortRange range in claim.Ranges)
        {
            if (!Contains(range))
            {
                throw new PortAccessException(PortRefusal.NotGranted, claim, $"{range} was not granted to this bus ({this}).",
                    "Pass the device's claim to PortBus.Open.");
            }
        }
    }

    /// <exception cref="PortAccessException">Not all ports of the access were granted.</exception>
    public void Require(PortAccess access)
    {
        int bytes = (int)access.Width / 8;
        if (access.Port + bytes - 1 > ushort.MaxValue || !Contains(new(access.Port, (ushort)(access.Port + bytes - 1))))
        {
            ThrowOutside(access);
        }
    }

    public override string ToString() => _ranges.Length == 0 ? "nothing" : string.Join(", ", _ranges);

    [DoesNotReturn]
    void ThrowOutside(PortAccess access) => throw new PortAccessException(PortRefusal.NotGranted, access,
        $"it lies outside what was granted to this bus ({this}).", "Claim the port: it belongs to no claim that PortBus.Open was given.");
}
