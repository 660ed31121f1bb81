using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>A register whose writes must be unlocked: the steps run once before the first write of a program, or of a scope, and once after it.</summary>
/// <param name="door">What unlocks, and locks again.</param>
/// <param name="inner">How to reach the register, or null for a plain port.</param>
public sealed class UnlockedRoute(WindowDoor door, Route? inner = null) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(door.Locks, inner?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override bool Remembers => _inner.Remembers;

    internal override ulong LastWritten(PortDevice device, PortWidth width) => _inner.LastWritten(device, width);

    internal override ulong Read(PortDevice device, int address, PortWidth width) => inner is null && width != PortWidth.Bits64 && address <= ushort.MaxValue
        ? device.Read(address, width)
        : _inner.Read(device, address, width);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Bits before = _inner.Select(ref program);
        Bits read = _inner.AppendRead(ref program, address, width);
        _inner.Restore(ref program, before);
        return read;
    }

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width)
    {
        if (_inner.Remembers)
        {
            return _inner.AppendRecall(ref program, address, width);
        }

        Bits before = _inner.Select(ref program);
        Bits value = _inner.AppendRecall(ref program, address, width);
        _inner.Restore(ref program, before);
        return value;
    }

    // Outside of what is selected: the steps may select something else.
    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        program.Enter(door);
        Bits before = _inner.Select(ref program);
        _inner.AppendWrite(ref program, address, width, bits);
        _inner.Restore(ref program, before);
    }
}
