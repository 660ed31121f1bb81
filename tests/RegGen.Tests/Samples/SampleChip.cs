using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Routes;
using RegGen.Steps;

namespace RegGen.Tests.Samples;

/// <summary>One of two chips that share the index port 2E and the data port 2F, in the shape of generated code; each has registers of its own.</summary>
/// <param name="bus">The bus.</param>
/// <param name="first">Index of its first register.</param>
/// <param name="ways">Its routes, with a lock or without.</param>
sealed class SampleChip(PortBus bus, byte first, SampleChip.Ways ways) : PortDevice(bus, Claim(), ownsBus: false)
{
    public const ushort IndexPort = 0x2E, DataPort = 0x2F;

    public Register<byte> Control => new(this, first, ways.Window);

    public Register<byte> Level => new(this, first + 1, ways.Window);

    public Register<ushort> Both => new(this, 0, first == 0x20 ? ways.Joined : throw new NotSupportedException());

    public WindowScope Enter() => new(this, ways.Door);

    public ulong Measure() => new Sequence(new StepList(1, new ReadStep(new(ways.Window, first, PortWidth.Bits8), 0)), (0, 1)).Run(this);

    public byte[] Block()
    {
        var values = new byte[2];
        ways.Window.ReadBlock<byte>(this, first, values);
        return values;
    }

    public static PortClaim Claim() => PortClaim.At("SampleChip", IndexPort, (0, 1));

    /// <summary>The two chips' registers behind one pair of ports: cells that keep what is written.</summary>
    public static DeviceMap Map { get; } = new("SampleChip", PortClaim.At("SampleChip", 0, (0, 1)))
    {
        Registers = [new("INDEX", 0, 8, Access.Wo), new("DATA", 1, 8, Access.Rw)],
        Windows =
        [
            new("Cells", "INDEX", 0xFF, ["DATA"],
                [new("C20", 0x20, 8, Access.Rw), new("C21", 0x21, 8, Access.Rw), new("C30", 0x30, 8, Access.Rw), new("C31", 0x31, 8, Access.Rw)]),
        ],
    };

    /// <summary>The routes that a device class makes once.</summary>
    public sealed class Ways(string? name)
    {
        public WindowDoor Door { get; } = new(slot: 0, name: name);

        public WindowRoute Window => field ??= new(new Selector(0, PortWidth.Bits8, 0xFF, Preserved: 0, Inert: 0), [new(1, PortWidth.Bits8)], door: Door);

        public JoinedRoute Joined => field ??= new(
            reads: [new(Window, 0x20, PortWidth.Bits8, 0), new(Window, 0x21, PortWidth.Bits8, 8)],
            writes: [new(Window, 0x20, PortWidth.Bits8, 0), new(Window, 0x21, PortWidth.Bits8, 8)]);
    }
}
