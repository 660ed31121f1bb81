using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>Registers behind an index and a data register.</summary>
/// <param name="index">The index field; what else its register holds is kept.</param>
/// <param name="shift">Position of the index field.</param>
/// <param name="data">Offset of the data register from the device's base.</param>
public sealed class WindowRoute(Selector index, int shift, int data) : Route
{
    internal override string Place(PortDevice device, int address) => $"index 0x{address:X2} behind port 0x{device.Origin + data:X}";

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width)
    {
        Point(ref program, address);
        return program.In(data, width);
    }

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        Point(ref program, address);
        program.Out(data, width, bits);
    }

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set)
    {
        Bits read = AppendRead(ref program, address, width);
        program.Out(data, width, read.With(keep, set));
    }

    void Point(ref PortProgram program, int address) => index.AppendChoose(ref program, (ulong)address << shift, recall: false);
}
