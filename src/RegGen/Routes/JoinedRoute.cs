using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>One register's share of a joined value.</summary>
/// <param name="Route">How to reach the register, or null for a plain port.</param>
/// <param name="Address">Its offset from the device's base, or its index in a window.</param>
/// <param name="Width">Its width.</param>
/// <param name="Shift">Position of its lowest bit in the joined value.</param>
public readonly record struct JoinedPart(Route? Route, int Address, PortWidth Width, int Shift)
{
    internal Route Way => Route ?? Routes.Route.Plain;
}

/// <summary>One logical value spread over several registers, read and written in a fixed order.</summary>
/// <param name="reads">The parts in the order of reading; empty if the value cannot be read.</param>
/// <param name="writes">The parts in the order of writing; empty if the value cannot be written.</param>
public sealed class JoinedRoute(JoinedPart[] reads, JoinedPart[] writes) : Route
{
    internal override string Place(PortDevice device, int address) => $"a joined value of the device at 0x{device.Origin:X}";

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Bits whole = new(0);
        Route? current = null;
        Bits before = default;
        foreach (JoinedPart part in reads)
        {
            Switch(ref program, ref current, ref before, part.Way);
            Bits read = part.Way.AppendRead(ref program, part.Address, part.Width);
            whole = program.Or(read.Down(0, Largest(part.Width)).Up(part.Shift), whole);
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
            part.Way.AppendWrite(ref program, part.Address, part.Width, bits.Down(part.Shift, Largest(part.Width)));
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

    static ulong Largest(PortWidth width) => ulong.MaxValue >> (64 - (int)width);
}
