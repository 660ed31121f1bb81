using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A port of the device, as it is.</summary>
sealed class PlainRoute : Route
{
    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) => program.In(address, width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) => program.Out(address, width, bits);
}
