using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>A register that is read at one place and written at another.</summary>
/// <param name="readAt">Where it is read.</param>
/// <param name="writeAt">Where it is written.</param>
/// <param name="read">How to get there for reading, or null for a plain port.</param>
/// <param name="write">How to get there for writing, or null for a plain port.</param>
/// <remarks>The address of an access counts from these two places. What stands in a region is found by a program.</remarks>
public sealed class PairRoute(int readAt, int writeAt, Route? read = null, Route? write = null) : Route
{
    readonly Route _read = read ?? Plain, _write = write ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(read?.Locks, write?.Locks);

    internal override string Place(PortDevice device, int address) => _read.Place(device, readAt + address);

    internal override ulong Read(PortDevice device, int address, PortWidth width) => read is null && width != PortWidth.Bits64 && readAt <= ushort.MaxValue
        ? device.Read(readAt + address, width)
        : _read.Read(device, readAt + address, width);

    internal override void Write(PortDevice device, int address, PortWidth width, ulong value)
    {
        if (write is null && width != PortWidth.Bits64 && writeAt <= ushort.MaxValue)
        {
            device.Write(writeAt + address, width, (uint)value);
        }
        else
        {
            _write.Write(device, writeAt + address, width, value);
        }
    }

    // Each direction is selected by itself: it may be in a bank of its own.
    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Bits before = _read.Select(ref program);
        Bits value = _read.AppendRead(ref program, readAt + address, width);
        _read.Restore(ref program, before);
        return value;
    }

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width)
    {
        Bits before = _read.Select(ref program);
        Bits value = _read.AppendRecall(ref program, readAt + address, width);
        _read.Restore(ref program, before);
        return value;
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        Bits before = _write.Select(ref program);
        _write.AppendWrite(ref program, writeAt + address, width, bits);
        _write.Restore(ref program, before);
    }
}
