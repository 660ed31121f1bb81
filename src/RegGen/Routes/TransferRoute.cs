using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A wide register behind one narrow port: several accesses to it, one after the other, in one program.</summary>
/// <param name="part">Width of the port.</param>
/// <param name="highFirst">Whether the most significant part comes first.</param>
public sealed class TransferRoute(PortWidth part, bool highFirst = false) : Route
{
    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Bits whole = new(0);
        for (int i = 0; i < (int)width / (int)part; i++)
        {
            Bits read = program.In(address, part);
            whole = program.Or(read.Down(0, Largest).Up(ShiftOf(i, width)), whole);
        }

        return whole;
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        for (int i = 0; i < (int)width / (int)part; i++)
        {
            program.Out(address, part, bits.Down(ShiftOf(i, width), Largest));
        }
    }

    ulong Largest => ulong.MaxValue >> (64 - (int)part);

    int ShiftOf(int turn, PortWidth width) => (highFirst ? ((int)width / (int)part) - 1 - turn : turn) * (int)part;
}
