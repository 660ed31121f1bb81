using System.ComponentModel;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>The way to an element of an array that is a number, with what its bits mean. Made once for each device class by generated code.</summary>
/// <param name="code">How its bits come to the number.</param>
/// <param name="inner">How to reach it, or null for a plain port.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberRoute(NumberCode code, Route? inner = null) : Route
{
    internal NumberCode Code => code;

    internal Route? Inner => inner;

    Route Way => inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(inner?.Locks);

    internal override string Place(PortDevice device, int address) => Way.Place(device, address);

    internal override Bits Select(ref PortProgram program) => Way.Select(ref program);

    internal override Bits AppendRead(ref PortProgram program, int address, Backends.PortWidth width) => Way.AppendRead(ref program, address, width);

    internal override void AppendWrite(ref PortProgram program, int address, Backends.PortWidth width, Bits bits) => Way.AppendWrite(ref program, address, width, bits);

    internal override void Restore(ref PortProgram program, Bits before) => Way.Restore(ref program, before);
}
