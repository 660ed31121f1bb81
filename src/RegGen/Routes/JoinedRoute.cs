using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>One register's share of a joined value: the whole register, or some of its bits.</summary>
public sealed class JoinedPart
{
    readonly Route? _route;
    readonly int _address;
    readonly PortWidth _width;
    readonly JoinedBits[] _bits;
    readonly ulong _keep, _inert;

    /// <summary>The share of a register all of which belongs to the value.</summary>
    /// <param name="route">How to reach the register, or null for a plain port.</param>
    /// <param name="address">Its offset from the device's base, or its index in a window.</param>
    /// <param name="width">Its width.</param>
    /// <param name="shift">Position of its lowest bit in the value.</param>
    public JoinedPart(Route? route, int address, PortWidth width, int shift)
        : this(route, address, width, [new(0, ulong.MaxValue >> (64 - (int)width), shift)])
    {
    }

    /// <summary>The share of a register of which the value has some fields only.</summary>
    /// <param name="route">How to reach the register, or null for a plain port.</param>
    /// <param name="address">Its offset from the device's base, or its index in a window.</param>
    /// <param name="width">Its width.</param>
    /// <param name="bits">Its bits that belong to the value.</param>
    /// <param name="keep">Its other bits that a write carries over.</param>
    /// <param name="inert">What a write puts into the rest, so that nothing happens.</param>
    public JoinedPart(Route? route, int address, PortWidth width, JoinedBits[] bits, ulong keep = 0, ulong inert = 0) =>
        (_route, _address, _width, _bits, _keep, _inert) = (route, address, width, bits, keep, inert);

    internal Route Way => _route ?? Route.Plain;

    /// <summary>The value with this share of it put in.</summary>
    internal Bits AppendRead(ref PortProgram program, Bits whole)
    {
        Bits read = Way.AppendRead(ref program, _address, _width);
        foreach (JoinedBits bits in _bits)
        {
            whole = program.Or(read.Down(bits.Low, bits.Mask).Up(bits.Shift), whole);
        }

        return whole;
    }

    internal void AppendWrite(ref PortProgram program, Bits whole)
    {
        Bits word = _keep == 0 ? new(_inert) : Way.AppendRecall(ref program, _address, _width).With(_keep, _inert);
        foreach (JoinedBits bits in _bits)
        {
            word = program.Or(whole.Down(bits.Shift, bits.Mask).Up(bits.Low), word);
        }

        Way.AppendWrite(ref program, _address, _width, word);
    }
}

/// <summary>Bits of a register that are bits of a joined value.</summary>
/// <param name="Low">Their lowest position in the register.</param>
/// <param name="Mask">As many ones.</param>
/// <param name="Shift">Their lowest position in the value.</param>
public readonly record struct JoinedBits(int Low, ulong Mask, int Shift);

/// <summary>One logical value spread over several registers, read and written in a fixed order.</summary>
/// <param name="reads">The parts in the order of reading; empty if the value cannot be read.</param>
/// <param name="writes">The parts in the order of writing; empty if the value cannot be written.</param>
public sealed class JoinedRoute(JoinedPart[] reads, JoinedPart[] writes) : Route
{
    internal override LockSet Locks { get; } = LockSet.Of([.. reads.Concat(writes).Select(part => part.Way.Locks)]);

    internal override string Place(PortDevice device, int address) => $"a joined value of the device at 0x{device.Origin:X}";

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Bits whole = new(0);
        Route? current = null;
        Bits before = default;
        foreach (JoinedPart part in reads)
        {
            Switch(ref program, ref current, ref before, part.Way);
            whole = part.AppendRead(ref program, whole);
        }

        current?.Restore(ref program, before);
        return whole;
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        Route? current = null;
        Bits before = default;
        foreach (JoinedPart part in writes)
        {
            Switch(ref program, ref current, ref before, part.Way);
            part.AppendWrite(ref program, bits);
        }

        current?.Restore(ref program, before);
    }

    // Neighbours behind the same bank share one selection.
    static void Switch(ref PortProgram program, ref Route? current, ref Bits before, Route next)
    {
        if (ReferenceEquals(current, next))
        {
            return;
        }

        current?.Restore(ref program, before);
        before = next.Select(ref program);
        current = next;
    }
}
