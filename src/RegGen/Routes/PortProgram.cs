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

    /// <summary>Reads; the answer stands for what will be read.</summary>
    public Bits In(int address, PortWidth width)
    {
        _room[_count] = PortOperation.In(PortOf(address), width);
        return Bits.Of(_count++);
    }

    /// <summary>Writes; a slot other than -1 remembers what was written.</summary>
    public void Out(int address, PortWidth width, Bits bits, int slot = -1) => _room[_count++] =
        PortOperation.Out(PortOf(address), width, bits.Value, bits.From, bits.Keep) with { Remember = slot + 1 };

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
                    Device.Shadows[operation.Remember - 1] = operation.Result;
                }
            }
        }
    }

    /// <summary>The value of some bits, once the program has run.</summary>
    public readonly uint Result(Bits bits) => bits.Value | (bits.From < 0 ? 0 : _room[bits.From].Result & bits.Keep);

    readonly ushort PortOf(int address) => (ushort)(Device.Origin + address);

    // The compiler refuses banks that are nested deeper.
    [InlineArray(8)]
    struct SavedBits
    {
        Bits _first;
    }
}
