using RegGen.Backends;

namespace RegGen.Claims;

/// <summary>The exact ports that one device needs, holes left out; generated from its description.</summary>
/// <param name="Device">Name of the device, for messages.</param>
/// <param name="Base">The device's first port.</param>
/// <param name="Ranges">The ports, ascending and apart.</param>
public sealed record PortClaim(string Device, ushort Base, IReadOnlyList<PortRange> Ranges)
{
    /// <summary>The widest access that the device cannot do without: a backend that has none so wide refuses the claim.</summary>
    public PortWidth Needs { get; private init; } = PortWidth.Bits8;

    /// <summary>Whose ports the claim may share, by name: see <see cref="Sharing"/>.</summary>
    public IReadOnlyList<string> SharedWith { get; private init; } = [];

    /// <summary>A claim whose ranges are given as offsets from the base.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The base is so high that a range would end past port 0xFFFF.</exception>
    public static PortClaim At(string device, ushort port, params (ushort First, ushort Last)[] offsets)
    {
        var ranges = new PortRange[offsets.Length];
        for (int i = 0; i < offsets.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(port + offsets[i].Last, ushort.MaxValue, nameof(port));
            ranges[i] = new PortRange((ushort)(port + offsets[i].First), (ushort)(port + offsets[i].Last));
        }

        return new PortClaim(device, port, ranges);
    }

    /// <summary>This claim, of a device that needs accesses of up to so many bits. Generated code says it.</summary>
    public PortClaim Needing(PortWidth widest) => this with { Needs = widest };

    /// <summary>This claim, on ports that others own too, and may go on using meanwhile.</summary>
    /// <param name="owners">
    /// Each of them by name: a kernel driver's as <c>/proc/ioports</c> spells it (<c>serial</c>), or that of another claim's device (<c>Uart16550</c>).
    /// Any other owner is still a reason to refuse. What the device finds out later about its ports is shared with them too.
    /// </param>
    public PortClaim Sharing(params ReadOnlySpan<string> owners) => this with { SharedWith = [.. SharedWith, .. owners] };

    /// <summary>This claim and further ranges, given as offsets from a port of their own. Ranges that touch become one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The port is so high that a range would end past port 0xFFFF.</exception>
    public PortClaim And(ushort port, params (ushort First, ushort Last)[] offsets)
    {
        List<PortRange> merged = [];
        foreach (PortRange range in Ranges.Concat(At(Device, port, offsets).Ranges).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = new(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return this with { Ranges = merged };
    }

    /// <summary><c>Uart16550 at 0x3F8 (0x3F8-0x3FF)</c>.</summary>
    public override string ToString() => $"{Device} at 0x{Base:X} ({string.Join(", ", Ranges)})";
}
