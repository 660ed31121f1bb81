using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A register that cannot be read back: the device remembers what was written last, and a modify starts from that.</summary>
/// <param name="slot">Where the device remembers it.</param>
public sealed class ShadowRoute(int slot) : Route
{
    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) => program.In(address, width);

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) => new(program.Device.Shadows[slot]);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) =>
        program.Out(address, width, bits, slot);

    internal override bool Remembers => true;

    internal override ulong LastWritten(PortDevice device, PortWidth width)
    {
        lock (device.Gate)
        {
            return device.Shadows[slot];
        }
    }
}
