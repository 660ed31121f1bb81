namespace RegGen.Backends;

/// <summary>One step of a program: an access, or what stands between accesses.</summary>
/// <remarks>
/// A compound access (modify, bank, window, joined value, sequence) is a short program of these, so that a backend with an expensive
/// transition can run it in one. A write puts out, and a combination results in,
/// <c>Value | (result of operation From, shifted &amp; Keep) | result of operation Beside</c>, each where it is given.
/// A branch compares <c>result of operation From, shifted &amp; Keep</c> with <c>Value</c>, or with the result of operation Beside if that is given.
/// </remarks>
public record struct PortOperation
{
    /// <summary>No earlier operation.</summary>
    public const int None = -1;

    /// <summary>A branch there leaves the program.</summary>
    public const int End = int.MaxValue;

    /// <summary>What the operation does.</summary>
    public PortOperationKind Kind { get; private init; }

    /// <summary>Whether the operation writes a port.</summary>
    public readonly bool IsWrite => Kind == PortOperationKind.Out;

    /// <summary>Whether the operation reads or writes a port.</summary>
    public readonly bool IsAccess => Kind is PortOperationKind.In or PortOperationKind.Out;

    /// <summary>Width of the access.</summary>
    public PortWidth Width { get; private init; }

    /// <summary>Port of the access.</summary>
    public ushort Port { get; private init; }

    /// <summary>Index of the earlier operation that bits are taken from, or <see cref="None"/>.</summary>
    public int From { get; private init; }

    /// <summary>How far its result is shifted right before the bits are taken; negative means left.</summary>
    public int Shift { get; private init; }

    /// <summary>Bits taken of the shifted result.</summary>
    public ulong Keep { get; private init; }

    /// <summary>Bits that are set beside them; what a branch compares with.</summary>
    public ulong Value { get; private init; }

    /// <summary>Index of an earlier operation whose whole result is set too, or compared with, or <see cref="None"/>.</summary>
    public int Beside { get; private init; }

    /// <summary>Where a branch goes on: the index of an operation, or <see cref="End"/>.</summary>
    public int Target { get; internal set; }

    /// <summary>Whether a branch goes to its target if the bits differ, rather than if they are equal.</summary>
    public bool Unless { get; private init; }

    /// <summary>How long a delay waits. How long a branch backwards may be taken: afterwards it goes on behind itself, with the result 1.</summary>
    public TimeSpan Time { get; internal set; }

    /// <summary>How often a branch backwards may be taken, whatever its time; afterwards it goes on behind itself, with the result 1. 0 for no such bound.</summary>
    public int Times { get; private init; }

    /// <summary>How often it has been taken.</summary>
    internal int Taken { get; set; }

    /// <summary>One more than the slot in which the device remembers what was written; 0 for none.</summary>
    internal int Remember { get; init; }

    /// <summary>Whether the slot's bits 63..32 are what was written, not its bits 31..0.</summary>
    internal bool RemembersHigh { get; init; }

    /// <summary>What the backend's clock showed when a branch backwards was first taken; and whether it is taken a last time.</summary>
    internal (TimeSpan Start, bool Last)? Waiting { get; set; }

    /// <summary>One more than the number of the poll that a branch backwards belongs to; 0 for none.</summary>
    internal int Poll { get; init; }

    /// <summary>
    /// What the operation read, wrote or put together; 1 of a branch that was taken until its time was up. Set by the backend once the
    /// operation has run.
    /// </summary>
    public ulong Result
    {
        readonly get;
        set
        {
            field = value;
            HasRun = true;
        }
    }

    /// <summary>Whether the operation has run: a result was set. The operations after a refused one have not.</summary>
    public bool HasRun { get; private set; }

    /// <summary>As it was before it ran.</summary>
    internal void Forget()
    {
        (Result, Taken, Waiting) = (0, 0, null);
        HasRun = false;
    }

    /// <summary>Reads a port.</summary>
    public static PortOperation In(ushort port, PortWidth width) => new() { Port = port, Width = width, From = None, Beside = None };

    /// <summary>Writes a port: a value, with bits of an earlier operation's result beside it.</summary>
    public static PortOperation Out(
        ushort port, PortWidth width, ulong value, int from = None, ulong keep = 0, int shift = 0, int beside = None) => new()
    {
        Kind = PortOperationKind.Out, Port = port, Width = width, From = from, Keep = keep, Value = value, Shift = shift, Beside = beside,
    };

    /// <summary>Puts a word together from a value and earlier results.</summary>
    public static PortOperation Combine(ulong value, int from, ulong keep, int shift = 0, int beside = None) =>
        new() { Kind = PortOperationKind.Combine, From = from, Keep = keep, Value = value, Shift = shift, Beside = beside };

    /// <summary>Goes on at <paramref name="target"/> if bits of an earlier result have a value, or unless they have.</summary>
    /// <param name="target">The index of an operation, or <see cref="End"/>.</param>
    /// <param name="from">The earlier operation; <see cref="None"/> stands for a result of 0.</param>
    /// <param name="keep">The bits compared.</param>
    /// <param name="value">Their value.</param>
    /// <param name="unless">Whether to go there if they have any other value.</param>
    /// <param name="time">How long a branch backwards may be taken.</param>
    /// <param name="shift">How far the earlier result is shifted right before it is compared.</param>
    /// <param name="beside">Another earlier operation, whose result they are compared with instead.</param>
    /// <param name="times">How often a branch backwards may be taken, instead of how long.</param>
    public static PortOperation Branch(
        int target, int from, ulong keep, ulong value, bool unless = false, TimeSpan time = default, int shift = 0, int beside = None, int times = 0) => new()
    {
        Kind = PortOperationKind.Branch, Target = target, From = from, Keep = keep, Value = value, Unless = unless, Time = time,
        Shift = shift, Beside = beside, Times = times,
    };

    /// <summary>Waits.</summary>
    public static PortOperation Delay(TimeSpan time) =>
        new() { Kind = PortOperationKind.Delay, Time = time, From = None, Beside = None };

    /// <summary>The word that a write puts out, cut to its width, or that a combination results in, once what it takes bits from has run.</summary>
    /// <param name="program">The program that the operation belongs to.</param>
    public readonly ulong ValueIn(ReadOnlySpan<PortOperation> program)
    {
        ulong word = Value | TakenIn(program) | (Beside < 0 ? 0 : program[Beside].Result);
        return IsWrite ? word & (ulong.MaxValue >> (64 - (int)Width)) : word;
    }

    /// <summary>Whether a branch goes to its target.</summary>
    internal readonly bool GoesIn(ReadOnlySpan<PortOperation> program) => TakenIn(program) == (Beside < 0 ? Value : program[Beside].Result) != Unless;

    /// <summary>The bits of an earlier result that are taken.</summary>
    internal readonly ulong TakenIn(ReadOnlySpan<PortOperation> program)
    {
        ulong result = From < 0 ? 0 : program[From].Result;
        return (Shift < 0 ? result << -Shift : result >> Shift) & Keep;
    }
}
