using RegGen.Backends;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>A register after whose accesses the device needs time before the next one, wherever in the device that goes.</summary>
/// <remarks>
/// Inside a program the time is a delay before the next access. Behind the last access the device notes when it will be ready, and the
/// next program waits for what is left of it then: a program that comes late enough waits not at all.
/// </remarks>
/// <param name="read">How long after a read, in nanoseconds.</param>
/// <param name="write">How long after a write, in nanoseconds.</param>
/// <param name="inner">How to reach the register, or null for a plain port.</param>
public sealed class RecoveryRoute(long read = 0, long write = 0, Route? inner = null) : Route
{
    readonly Route _inner = inner ?? Plain;
    readonly TimeSpan _read = DelayStep.Time(read), _write = DelayStep.Time(write);

    internal override LockSet Locks { get; } = LockSet.Of(inner?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override bool Remembers => _inner.Remembers;

    internal override ulong LastWritten(PortDevice device, PortWidth width) => _inner.LastWritten(device, width);

    internal override Bits Select(ref PortProgram program) => _inner.Select(ref program);

    internal override void Restore(ref PortProgram program, Bits before) => _inner.Restore(ref program, before);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        TimeSpan around = program.Recover(_read);
        Bits bits = _inner.AppendRead(ref program, address, width);
        program.EndRecover(around);
        return bits;
    }

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width)
    {
        TimeSpan around = program.Recover(_read);
        Bits bits = _inner.AppendRecall(ref program, address, width);
        program.EndRecover(around);
        return bits;
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        TimeSpan around = program.Recover(_write);
        _inner.AppendWrite(ref program, address, width, bits);
        program.EndRecover(around);
    }

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set)
    {
        TimeSpan around = program.Recover(_read > _write ? _read : _write);
        _inner.AppendModify(ref program, address, width, keep, set);
        program.EndRecover(around);
    }
}
