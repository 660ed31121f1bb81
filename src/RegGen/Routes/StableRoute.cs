using System.Globalization;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>A value that moves on while it is read, part by part: it is read twice until both reads agree.</summary>
/// <remarks>After 50 pairs that differ the access ends with a <see cref="TimeoutException"/>.</remarks>
/// <param name="name">What it is called, for the message.</param>
/// <param name="inner">How to read it once, or null for a plain port.</param>
public sealed class StableRoute(string name, Route? inner = null) : Route, ILate
{
    const int MostPairs = 50;

    readonly Route _inner = inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(inner?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override bool Remembers => _inner.Remembers;

    internal override ulong LastWritten(PortDevice device, PortWidth width) => _inner.LastWritten(device, width);

    internal override Bits Select(ref PortProgram program) => _inner.Select(ref program);

    internal override void Restore(ref PortProgram program, Bits before) => _inner.Restore(ref program, before);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        program.Settle();
        int again = program.Count;
        Bits first = program.Whole(_inner.AppendRead(ref program, address, width));
        Bits second = program.Whole(_inner.AppendRead(ref program, address, width));
        program.Add(PortOperation.Branch(again, second.From, ulong.MaxValue, 0, unless: true, beside: first.From, times: MostPairs - 1), this);
        return second;
    }

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) => _inner.Remembers
        ? _inner.AppendRecall(ref program, address, width)
        : AppendRead(ref program, address, width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) =>
        _inner.AppendWrite(ref program, address, width, bits);

    TimeoutException ILate.Late(PortDevice device, ulong last) => new(string.Create(CultureInfo.InvariantCulture,
        $"{device.GetType().Name}: {MostPairs} pairs of reads of {name} differed; it last read 0x{last:X2}."));
}
