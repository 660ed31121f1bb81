using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>A register whose most significant byte stands at its lowest port: its bytes go over the bus in the reverse order.</summary>
/// <remarks>A mask may be reversed as well as what it is applied to, so a modify reverses its masks and is otherwise like any other.</remarks>
/// <param name="inner">How to reach the register, or null for a plain port.</param>
public sealed class BigEndianRoute(Route? inner = null) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(inner?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override bool IsReversedPort => inner is null;

    internal override bool Remembers => _inner.Remembers;

    internal override ulong LastWritten(PortDevice device, PortWidth width) => ByteOrder.Reverse(_inner.LastWritten(device, width), width);

    internal override ulong Read(PortDevice device, int address, PortWidth width) => ByteOrder.Reverse(
        inner is null && width != PortWidth.Bits64 ? device.Read(address, width) : _inner.Read(device, address, width), width);

    internal override void Write(PortDevice device, int address, PortWidth width, ulong value)
    {
        ulong reversed = ByteOrder.Reverse(value, width);
        if (inner is null && width != PortWidth.Bits64)
        {
            device.Write(address, width, (uint)reversed);
        }
        else
        {
            _inner.Write(device, address, width, reversed);
        }
    }

    internal override void Modify(PortDevice device, int address, PortWidth width, ulong keep, ulong set) =>
        _inner.Modify(device, address, width, ByteOrder.Reverse(keep, width), ByteOrder.Reverse(set, width));

    internal override Bits Select(ref PortProgram program) => _inner.Select(ref program);

    internal override void Restore(ref PortProgram program, Bits before) => _inner.Restore(ref program, before);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) =>
        program.Reverse(_inner.AppendRead(ref program, address, width), width);

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) =>
        program.Reverse(_inner.AppendRecall(ref program, address, width), width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) =>
        _inner.AppendWrite(ref program, address, width, program.Reverse(bits, width));

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set) =>
        _inner.AppendModify(ref program, address, width, ByteOrder.Reverse(keep, width), ByteOrder.Reverse(set, width));
}
