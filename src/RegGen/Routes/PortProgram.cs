using System.Runtime.CompilerServices;
using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>Collects the operations of one compound access, then runs them in one go.</summary>
ref struct PortProgram(PortDevice device, Span<PortOperation> room)
{
    /// <summary>Room for the longest access there is: four parts of a joined value, each with a bank to select and restore.</summary>
    public const int Capacity = 32;

    readonly Span<PortOperation> _room = room;
    SavedBits _saved;
    int _depth;
    int _count;

    public PortDevice Device { get; } = device;

    /// <summary>Reads; the answer stands for what will be read. 64 bits are two reads, the low half first.</summary>
    public Bits In(int address, PortWidth width)
    {
        if (width == PortWidth.Bits64)
        {
            int low = Append(PortOperation.In(PortOf(address), PortWidth.Bits32));
            return Bits.Of(low, Append(PortOperation.In(PortOf(address + 4), PortWidth.Bits32)));
        }

        return Bits.Of(Append(PortOperation.In(PortOf(address), width)));
    }

    /// <summary>Writes; a slot other than -1 remembers what was written. 64 bits are two writes, the low half first.</summary>
    public void Out(int address, PortWidth width, Bits bits, int slot = -1)
    {
        if (width == PortWidth.Bits64)
        {
            Append(Put(address, PortWidth.Bits32, bits.Low) with { Remember = slot + 1 });
            Append(Put(address + 4, PortWidth.Bits32, bits.High) with { Remember = slot + 1, RemembersHigh = true });
            return;
        }

        Append(Put(address, width, bits) with { Remember = slot + 1 });
    }

    /// <summary>Keeps what a selector held until the matching <see cref="Saved"/>: banks inside banks come back in the reverse order.</summary>
    public void Save(Bits before) => _saved[_depth++] = before;

    /// <summary>What was kept last.</summary>
    public Bits Saved() => _saved[--_depth];

    /// <summary>Runs the program. Only what was really written is remembered.</summary>
    public readonly void Run()
    {
        Span<PortOperation> program = _room[.._count];
        try
        {
            Device.Bus.Run(program);
        }
        finally
        {
            foreach (ref readonly PortOperation operation in program)
            {
                if (operation.HasRun && operation.Remember > 0)
                {
                    ref ulong shadow = ref Device.Shadows[operation.Remember - 1];
                    shadow = operation.RemembersHigh
                        ? (uint)shadow | ((ulong)operation.Result << 32)
                        : (shadow & 0xFFFF_FFFF_0000_0000) | operation.Result;
                }
            }
        }
    }

    /// <summary>The value of some bits, once the program has run.</summary>
    public readonly ulong Result(Bits bits)
    {
        ulong read = (bits.From < 0 ? 0 : _room[bits.From].Result) | ((bits.FromHigh < 0 ? 0ul : _room[bits.FromHigh].Result) << 32);
        return bits.Value | (read & bits.Keep);
    }

    int Append(PortOperation operation)
    {
        _room[_count] = operation;
        return _count++;
    }

    readonly PortOperation Put(int address, PortWidth width, Bits bits) =>
        PortOperation.Out(PortOf(address), width, (uint)bits.Value, bits.From, (uint)bits.Keep);

    readonly ushort PortOf(int address) => (ushort)(Device.Origin + address);

    // The compiler refuses banks that are nested deeper.
    [InlineArray(8)]
    struct SavedBits
    {
        Bits _first;
    }
}
