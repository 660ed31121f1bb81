using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>Registers behind a data register, which shows the one that an index field, or steps, have chosen.</summary>
/// <remarks>
/// The address of an access is the index; where a window has parameters, they stand above it, so that a handle stays as small as any other.
/// </remarks>
public sealed class WindowRoute : Route
{
    // Long enough that the transition counts for little.
    const int BlockLength = 512;

    readonly Selector? _index;
    readonly StepList? _select, _selectWrite, _afterRead, _afterWrite;
    readonly DataPort[] _reads, _writes;
    readonly Increment _increment;
    readonly WindowDoor? _door;

    // The bits of an address that tell the set of registers, where there are several.
    readonly int _set;

    /// <summary>A window whose index is a field.</summary>
    /// <param name="index">The index field; what else its register holds is kept.</param>
    /// <param name="reads">The data registers to read, one for each width.</param>
    /// <param name="writes">The data registers to write, or null for those that are read.</param>
    /// <param name="increment">Which accesses to the data register move the index on.</param>
    /// <param name="door">What must be done before the window answers, or null.</param>
    public WindowRoute(Selector index, DataPort[] reads, DataPort[]? writes = null, Increment increment = Increment.None, WindowDoor? door = null) =>
        (_index, _reads, _writes, _increment, _door, Locks) = (index, reads, writes ?? reads, increment, door, LocksOf(door, reads, writes).With(index.Locks));

    /// <summary>A window that is chosen by steps.</summary>
    /// <param name="select">The steps; their input is the address, with the window's parameters above it.</param>
    /// <param name="reads">The data registers to read, one for each width.</param>
    /// <param name="writes">The data registers to write, or null for those that are read.</param>
    /// <param name="selectWrite">The steps before a write, or null for those before a read.</param>
    /// <param name="afterRead">Steps behind a read; also if a step before was late.</param>
    /// <param name="afterWrite">Steps behind a write; also if a step before was late.</param>
    /// <param name="door">What must be done before the window answers, or null.</param>
    /// <param name="indexBits">With parameters, the bits of an index: the parameters stand above them. Else 0.</param>
    public WindowRoute(
        StepList select, DataPort[] reads, DataPort[]? writes = null, StepList? selectWrite = null, StepList? afterRead = null, StepList? afterWrite = null,
        WindowDoor? door = null, int indexBits = 0)
    {
        (_select, _selectWrite, _afterRead, _afterWrite) = (select, selectWrite ?? select, afterRead, afterWrite);
        (_reads, _writes, _door, _set) = (reads, writes ?? reads, door, indexBits == 0 ? 0 : -1 << indexBits);
        Locks = LockSet.Of(LocksOf(door, reads, writes), select.Locks, selectWrite?.Locks, afterRead?.Locks, afterWrite?.Locks);
    }

    internal override LockSet Locks { get; }

    internal override string Place(PortDevice device, int address)
    {
        DataPort data = _reads.Length > 0 ? _reads[0] : _writes[0];
        return $"index 0x{address:X2} behind {data.Way.Place(device, data.Address)}";
    }

    // So that a poll behind the window enters once.
    internal override Bits Select(ref PortProgram program)
    {
        program.Enter(_door);
        return default;
    }

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        address = Whole(program, address);
        int first = program.Count;
        Point(ref program, address, _select);
        return AppendDataRead(ref program, address, width, first);
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        address = Whole(program, address);
        int first = program.Count;
        Point(ref program, address, _selectWrite);
        AppendDataWrite(ref program, address, width, bits, first);
    }

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set)
    {
        address = Whole(program, address);
        Bits read = AppendRead(ref program, address, width);
        int first = program.Count;
        if (_increment.HasFlag(Increment.Read) || _select != _selectWrite || _afterRead is not null)
        {
            Point(ref program, address, _selectWrite);
        }

        AppendDataWrite(ref program, address, width, read.With(keep, set), first);
    }

    /// <summary>The first of so many indices, each with so many bytes, the last of which is at most <paramref name="largest"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They go beyond it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Fit(uint index, int count, uint largest, int bytes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index + ((long)Math.Max(count, 1) * bytes) - 1, largest, nameof(index));
        return unchecked((int)index);
    }

    /// <summary>A parameter of a window in its place above the index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Place(uint value, uint first, uint last, int shift, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, first, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, last, name);
        return unchecked((int)(value << shift));
    }

    /// <summary>Reads consecutive indices. With an index that moves on, it is written once.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ReadBlock<TValue>(PortDevice device, int address, Span<TValue> values)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        var width = (PortWidth)(Unsafe.SizeOf<TValue>() * 8);
        using LockSet.Hold held = Locks.Enter(device.Bus);
        using WindowScope scope = Scope(device);
        lock (device.Gate)
        {
            var room = new PortOperation[Math.Min(2 * values.Length, BlockLength)];
            Span<Bits> read = new Bits[Math.Min(values.Length, BlockLength)];
            for (int done = 0; done < values.Length;)
            {
                var program = new PortProgram(device, room);
                int first = done;
                for (; done < values.Length && program.Count < BlockLength; done++)
                {
                    int index = address + (done * Stride(width));
                    int before = program.Count;
                    PointOnce(ref program, index, done, Increment.Read);
                    read[done - first] = AppendDataRead(ref program, index, width, before);
                }

                program.Run();
                for (int i = first; i < done; i++)
                {
                    values[i] = Word.To<TValue>((uint)program.Result(read[i - first]));
                }
            }
        }
    }

    /// <summary>Writes consecutive indices. With an index that moves on, it is written once.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteBlock<TValue>(PortDevice device, int address, ReadOnlySpan<TValue> values)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        var width = (PortWidth)(Unsafe.SizeOf<TValue>() * 8);
        using LockSet.Hold held = Locks.Enter(device.Bus);
        using WindowScope scope = Scope(device);
        lock (device.Gate)
        {
            var room = new PortOperation[Math.Min(2 * values.Length, BlockLength)];
            for (int done = 0; done < values.Length;)
            {
                var program = new PortProgram(device, room);
                for (; done < values.Length && program.Count < BlockLength; done++)
                {
                    int index = address + (done * Stride(width));
                    int before = program.Count;
                    PointOnce(ref program, index, done, Increment.Write);
                    AppendDataWrite(ref program, index, width, new(Word.From(values[done])), before);
                }

                program.Run();
            }
        }
    }

    /// <summary>Writes consecutive indices, some of which can do harm.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteBlock<TValue>(Danger danger, PortDevice device, int address, ReadOnlySpan<TValue> values)
        where TValue : unmanaged
    {
        danger.Demand();
        WriteBlock(device, address, values);
    }

    // What selects, and what steps name, is of the set that was asked for.
    int Whole(in PortProgram program, int address) => address | (program.About & _set);

    void Point(ref PortProgram program, int address, StepList? select)
    {
        program.Enter(_door);
        if (_index is null)
        {
            select!.Append(ref program, new Bits((uint)address));
        }
        else
        {
            _index.AppendChoose(ref program, (ulong)(uint)address << _index.Shift, recall: false);
        }
    }

    WindowScope Scope(PortDevice device) => _door is null ? default : new(device, _door);

    // Where narrower accesses reach parts of the data register, indices count bytes.
    int Stride(PortWidth width) => (_reads.Length > 0 ? _reads[0] : _writes[0]).Lanes == 0 ? 1 : (int)width / 8;

    // In a block nothing comes between: the gate is held.
    void PointOnce(ref PortProgram program, int address, int element, Increment direction)
    {
        if (element == 0 || !_increment.HasFlag(direction))
        {
            Point(ref program, address, direction == Increment.Read ? _select : _selectWrite);
        }
    }

    Bits AppendDataRead(ref PortProgram program, int address, PortWidth width, int first)
    {
        DataPort port = For(_reads, width);
        Bits read = port.Way.AppendRead(ref program, port.AddressOf(address, width), width);
        SteppedRoute.Follow(ref program, first, _afterRead, address, read);
        return read;
    }

    void AppendDataWrite(ref PortProgram program, int address, PortWidth width, Bits bits, int first)
    {
        DataPort port = For(_writes, width);
        port.Way.AppendWrite(ref program, port.AddressOf(address, width), width, bits);
        SteppedRoute.Follow(ref program, first, _afterWrite, address, bits);
    }

    static LockSet LocksOf(WindowDoor? door, DataPort[] reads, DataPort[]? writes) =>
        LockSet.Of([door?.Locks, .. reads.Concat(writes ?? []).Select(port => port.Way.Locks)]);

    static DataPort For(DataPort[] ports, PortWidth width)
    {
        foreach (DataPort port in ports)
        {
            if (port.Takes(width))
            {
                return port;
            }
        }

        throw new NotSupportedException($"The window has no data register of {(int)width} bits.");
    }
}
