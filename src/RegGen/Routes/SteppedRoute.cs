using RegGen.Backends;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>A register with steps around each access: keys that unlock it, commands that prepare it, waits that follow it.</summary>
/// <remarks>The steps have two inputs: the register's address, and the value (what is written, or behind a read what was read).</remarks>
/// <param name="inner">How to reach the register between the steps, or null for a plain port.</param>
/// <param name="beforeRead">Steps before a read.</param>
/// <param name="afterRead">Steps after a read; also if a step before was late.</param>
/// <param name="beforeWrite">Steps before a write.</param>
/// <param name="afterWrite">Steps after a write; also if a step before was late.</param>
public sealed class SteppedRoute(
    Route? inner = null, StepList? beforeRead = null, StepList? afterRead = null, StepList? beforeWrite = null, StepList? afterWrite = null) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(inner?.Locks, beforeRead?.Locks, afterRead?.Locks, beforeWrite?.Locks, afterWrite?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override bool Remembers => _inner.Remembers;

    internal override ulong LastWritten(PortDevice device, PortWidth width) => _inner.LastWritten(device, width);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        int first = program.Count;
        beforeRead?.Append(ref program, new Bits((ulong)address));
        Bits before = _inner.Select(ref program);
        Bits read = _inner.AppendRead(ref program, address, width);
        _inner.Restore(ref program, before);
        Follow(ref program, first, afterRead, address, read);
        return read;
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        int first = program.Count;
        beforeWrite?.Append(ref program, new Bits((ulong)address), bits);
        Bits before = _inner.Select(ref program);
        _inner.AppendWrite(ref program, address, width, bits);
        _inner.Restore(ref program, before);
        Follow(ref program, first, afterWrite, address, bits);
    }

    // What is remembered is not accessed, so no step is due.
    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) => _inner.Remembers
        ? _inner.AppendRecall(ref program, address, width)
        : AppendRead(ref program, address, width);

    internal static void Follow(ref PortProgram program, int first, StepList? after, int address, Bits bits)
    {
        if (after is null)
        {
            return;
        }

        program.Land(first);
        after.Append(ref program, new Bits((ulong)address), bits);
        program.Leave(first);
    }
}
