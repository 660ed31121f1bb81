using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>Registers behind an index and a data register.</summary>
/// <param name="index">The index field; what else its register holds is kept.</param>
/// <param name="reads">The data registers to read, one for each width.</param>
/// <param name="writes">The data registers to write, or null for those that are read.</param>
/// <param name="increment">Which accesses to the data register move the index on.</param>
/// <param name="door">What must be done before the window answers, or null.</param>
public sealed class WindowRoute(
    Selector index, DataPort[] reads, DataPort[]? writes = null, Increment increment = Increment.None, WindowDoor? door = null) : Route
{
    // Long enough that the transition counts for little.
    const int BlockLength = 512;

    readonly DataPort[] _writes = writes ?? reads;

    internal override string Place(PortDevice device, int address)
    {
        DataPort data = reads.Length > 0 ? reads[0] : _writes[0];
        return $"index 0x{address:X2} behind {data.Way.Place(device, data.Address)}";
    }

    // So that a poll behind the window enters once.
    internal override Bits Select(ref PortProgram program)
    {
        program.Enter(door);
        return default;
    }

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Point(ref program, address);
        return AppendDataRead(ref program, width);
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        Point(ref program, address);
        AppendDataWrite(ref program, width, bits);
    }

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set)
    {
        Bits read = AppendRead(ref program, address, width);
        if (increment.HasFlag(Increment.Read))
        {
            Point(ref program, address);
        }

        AppendDataWrite(ref program, width, read.With(keep, set));
    }

    /// <summary>The first of so many indices, the last of which is at most <paramref name="largest"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They go beyond it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int Fit(uint index, int count, uint largest)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)index + Math.Max(count, 1) - 1, largest, nameof(index));
        return unchecked((int)index);
    }

    /// <summary>Reads consecutive indices. With an index that moves on, it is written once.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ReadBlock<TValue>(PortDevice device, int address, Span<TValue> values)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        var width = (PortWidth)(Unsafe.SizeOf<TValue>() * 8);
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
                    PointOnce(ref program, address, done, Increment.Read);
                    read[done - first] = AppendDataRead(ref program, width);
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
        using WindowScope scope = Scope(device);
        lock (device.Gate)
        {
            var room = new PortOperation[Math.Min(2 * values.Length, BlockLength)];
            for (int done = 0; done < values.Length;)
            {
                var program = new PortProgram(device, room);
                for (; done < values.Length && program.Count < BlockLength; done++)
                {
                    PointOnce(ref program, address, done, Increment.Write);
                    AppendDataWrite(ref program, width, new(Word.From(values[done])));
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

    void Point(ref PortProgram program, int address)
    {
        program.Enter(door);
        index.AppendChoose(ref program, (ulong)(uint)address << index.Shift, recall: false);
    }

    WindowScope Scope(PortDevice device) => door is null ? default : new(device, door);

    // In a block nothing comes between: the gate is held.
    void PointOnce(ref PortProgram program, int address, int element, Increment direction)
    {
        if (element == 0 || !increment.HasFlag(direction))
        {
            Point(ref program, address + element);
        }
    }

    Bits AppendDataRead(ref PortProgram program, PortWidth width)
    {
        DataPort port = For(reads, width);
        return port.Way.AppendRead(ref program, port.Address, width);
    }

    void AppendDataWrite(ref PortProgram program, PortWidth width, Bits bits)
    {
        DataPort port = For(_writes, width);
        port.Way.AppendWrite(ref program, port.Address, width, bits);
    }

    static DataPort For(DataPort[] ports, PortWidth width)
    {
        foreach (DataPort port in ports)
        {
            if (port.Width == width)
            {
                return port;
            }
        }

        throw new NotSupportedException($"The window has no data register of {(int)width} bits.");
    }
}
