using System.Diagnostics;
using RegGen.Claims;
using RegGen.Recording;

namespace RegGen.Backends;

/// <summary>A way to reach ports. Derive from it to bring a transport of your own; a <see cref="PortBus"/> owns and checks it.</summary>
/// <remarks>
/// The bus calls a backend only for ports that <see cref="Grant"/> accepted. An access that is refused throws
/// <see cref="PortAccessException"/>: a backend never invents a value. Calls may come from several threads at once.
/// </remarks>
public abstract class PortBackend : IDisposable
{
    static readonly TimeSpan LongestSpin = TimeSpan.FromMilliseconds(1);

    /// <summary>Short name, as messages show it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether other processes reach the same ports: named locks then keep them out too.</summary>
    protected internal virtual bool IsShared => ReachesThisMachine;

    /// <summary>This machine's own ports, by the first way that works for each claim: direct, driver, device file, PCI.</summary>
    /// <remarks><see cref="PortBus.Attempts"/> says which way was taken and why not the others.</remarks>
    public static PortBackend ForThisMachine() => MachineBackend.OfAllWays();

    /// <summary>This machine's own ports, by one way alone.</summary>
    /// <param name="name"><c>direct</c>, <c>driver</c>, <c>device-file</c> or <c>pci</c>.</param>
    /// <exception cref="ArgumentException">There is no such way.</exception>
    public static PortBackend ByName(string name) => MachineBackend.Ways.TryGetValue(name, out Func<PortBackend>? way)
        ? way()
        : throw new ArgumentException($"There is no way '{name}' to this machine's ports; there are {string.Join(", ", MachineBackend.Ways.Keys)}.", nameof(name));

    /// <summary>Asks for the ports of a claim.</summary>
    /// <exception cref="PortAccessException">The claim is refused; the cause and the remedy are in it.</exception>
    public abstract void Grant(PortClaim claim);

    /// <summary>Reads a port.</summary>
    /// <exception cref="PortAccessException">The access is refused or failed.</exception>
    public abstract uint Read(ushort port, PortWidth width);

    /// <summary>Writes a port.</summary>
    /// <exception cref="PortAccessException">The access is refused or failed.</exception>
    public abstract void Write(ushort port, PortWidth width, uint value);

    /// <summary>Reads a port again and again, as many times as values of its width fit.</summary>
    /// <remarks>The base reads one by one. Values are little-endian, as the processor's string instructions put them.</remarks>
    /// <exception cref="PortAccessException">An access is refused or failed; the values before it were read.</exception>
    public virtual void ReadBlock(ushort port, PortWidth width, Span<byte> values) => ReadEach(port, width, values);

    /// <summary>Reads values one by one over <see cref="Read"/>.</summary>
    private protected void ReadEach(ushort port, PortWidth width, Span<byte> values)
    {
        for (int at = 0, bytes = (int)width / 8; at < values.Length; at += bytes)
        {
            uint value = Read(port, width);
            for (int i = 0; i < bytes; i++)
            {
                values[at + i] = (byte)(value >> (8 * i));
            }
        }
    }

    /// <summary>Writes values of a port's width to it, one after the other.</summary>
    /// <remarks>The base writes one by one. Values are little-endian, as the processor's string instructions take them.</remarks>
    /// <exception cref="PortAccessException">An access is refused or failed; the values before it were written.</exception>
    public virtual void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values) => WriteEach(port, width, values);

    /// <summary>Writes values one by one over <see cref="Write"/>.</summary>
    private protected void WriteEach(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        for (int at = 0, bytes = (int)width / 8; at < values.Length; at += bytes)
        {
            Write(port, width, ValueAt(values, at, bytes));
        }
    }

    /// <summary>A value of a block.</summary>
    internal static uint ValueAt(ReadOnlySpan<byte> values, int at, int bytes)
    {
        uint value = 0;
        for (int i = 0; i < bytes; i++)
        {
            value |= (uint)values[at + i] << (8 * i);
        }

        return value;
    }

    /// <summary>Runs a program in order, stopping at a refusal. Sets the result of each operation that has run, of no other.</summary>
    /// <remarks>
    /// The base runs one operation after the other over <see cref="Read"/> and <see cref="Write"/>. A backend that does better overrides it,
    /// and leaves to <see cref="Step"/> what it has no better way for.
    /// </remarks>
    /// <exception cref="PortAccessException">An access is refused or failed.</exception>
    public virtual void Run(Span<PortOperation> program)
    {
        for (int next = 0; next < program.Length;)
        {
            next = Step(program, next);
        }
    }

    /// <summary>Runs one operation of a program.</summary>
    /// <returns>The index of the operation to go on with; past the last one at the end.</returns>
    /// <exception cref="PortAccessException">The access is refused or failed.</exception>
    protected internal int Step(Span<PortOperation> program, int index)
    {
        ref PortOperation operation = ref program[index];
        switch (operation.Kind)
        {
            case PortOperationKind.In:
                operation.Result = Read(operation.Port, operation.Width);
                break;
            case PortOperationKind.Out:
                ulong value = operation.ValueIn(program);
                Write(operation.Port, operation.Width, (uint)value);
                operation.Result = value;
                break;
            case PortOperationKind.Combine:
                operation.Result = operation.ValueIn(program);
                break;
            case PortOperationKind.Delay:
                Wait(operation.Time);
                operation.Result = 0;
                break;
            default:
                return Branch(program, index);
        }

        return index + 1;
    }

    /// <summary>The clock that polls and delays go by; only differences count.</summary>
    protected internal virtual TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Waits at least this long: short times busily, since a sleep takes milliseconds.</summary>
    protected internal virtual void Pause(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        if (time > LongestSpin)
        {
            Thread.Sleep(time - LongestSpin);
        }

        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Thread.SpinWait(10);
        }
    }

    /// <summary>The clock of a recording that is being made: polls then go by what the recording will tell when it is replayed.</summary>
    internal RecordedClock? Recorded { get; set; }

    /// <summary>What polls and recovery go by.</summary>
    internal TimeSpan Clock => Recorded?.Now ?? Now;

    /// <summary>Waits by the clock that polls go by.</summary>
    internal void Wait(TimeSpan time)
    {
        Pause(time);
        Recorded?.Pass(time);
    }

    /// <summary>Waits by the clock that polls go by, and lets the thread do other work meanwhile.</summary>
    internal Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        Task pause = PauseAsync(time, cancellation);
        Recorded?.Pass(time);
        return pause;
    }

    /// <summary>Waits at least this long, and lets the thread do other work meanwhile.</summary>
    internal virtual Task PauseAsync(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, cancellation);

    /// <summary>A poll begins anew.</summary>
    internal virtual void Turn()
    {
    }

    /// <summary>Gives back the grants and the transport.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What became of each way for each claim that was granted, where there were several to choose from.</summary>
    public virtual IReadOnlyList<BackendAttempt> Attempts => [];

    /// <summary>Whether these are the machine's own ports, which the kernel's drivers and other processes reach too.</summary>
    internal virtual bool ReachesThisMachine => false;

    /// <summary>By what means the granted ports are reached, for reports.</summary>
    internal virtual string Means => Name;

    /// <summary>How often a program went to what does the accesses, where that costs a transition; 0 where it costs none.</summary>
    internal virtual long Transitions => 0;

    /// <summary>Set before the first grant where nothing will be written: a way that can grant less is asked for no more.</summary>
    internal virtual bool OnlyReads { get; set; }

    /// <summary>The stubs that the bus may call without a detour, or null.</summary>
    internal virtual NativeStubs? Stubs => null;

    /// <summary>Gives back the grants and the transport.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    int Branch(Span<PortOperation> program, int index)
    {
        ref PortOperation operation = ref program[index];
        bool goes = operation.GoesIn(program);
        if (!goes || operation.Target > index)
        {
            operation.Waiting = null;
            operation.Taken = 0;
            operation.Result = 0;
            return goes ? operation.Target : index + 1;
        }

        if (operation.Times > 0)
        {
            if (operation.Taken++ < operation.Times)
            {
                return operation.Target;
            }

            operation.Taken = 0;
            operation.Result = 1;
            return index + 1;
        }

        Turn();

        // What was compared last was read after the deadline, so that a slow caller is not cheated.
        (TimeSpan start, bool last) = operation.Waiting ?? (Clock, false);
        if (last)
        {
            operation.Waiting = null;
            operation.Result = 1;
            return index + 1;
        }

        TimeSpan waited = Clock - start;
        if (waited > LongestSpin)
        {
            Thread.Yield();
        }

        operation.Waiting = (start, waited >= operation.Time);
        return operation.Target;
    }
}
