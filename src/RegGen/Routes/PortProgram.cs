using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>Collects the operations of one compound access, then runs them in one go.</summary>
ref struct PortProgram(PortDevice device, Span<PortOperation> room)
{
    /// <summary>Room for the longest access there is: four parts of a joined value, each with a bank to select and restore.</summary>
    public const int Capacity = 32;

    readonly Span<PortOperation> _room = room;
    int _count;

    public PortDevice Device { get; } = device;

    /// <summary>How many more operations there is room for.</summary>
    public readonly int Free => _room.Length - _count;

    /// <summary>Reads; the answer stands for what will be read.</summary>
    public Bits In(int address, PortWidth width)
    {
        _room[_count] = PortOperation.In(Device.PortOf(address), width);
        return Bits.Of(_count++);
    }

    /// <summary>Writes; a slot other than -1 remembers what was written.</summary>
    public void Out(int address, PortWidth width, Bits bits, int slot = -1) => _room[_count++] =
        PortOperation.Out(Device.PortOf(address), width, bits.Value, bits.From, bits.Keep) with { Remember = slot + 1 };

    /// <summary>Runs the program. Only what was really written is remembered.</summary>
    public readonly void Run()
    {
        if (_count == 0)
        {
            return;
        }

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
}
