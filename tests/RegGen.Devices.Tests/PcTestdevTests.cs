using static RegGen.Devices.PcTestdev;

namespace RegGen.Devices.Tests;

/// <summary>devices/pc-testdev against QEMU's device of that name.</summary>
public sealed class PcTestdevTests
{
    [Fact]
    public void Identity()
    {
        using PcTestdev device = Open(Bases.Pc, Machine.Start("-device", "pc-testdev"));
        device.Cell.Write(0x12345678);

        Assert.True(device.Identify());
        Assert.Equal(0x12345678u, device.Cell.Read());
        Assert.False(TryOpen(Bases.Pc, out _, Machine.Start()));
    }

    [Fact]
    public void Round_trip()
    {
        using PcTestdev device = Open(Bases.Pc, Machine.Start("-device", "pc-testdev"));

        device.Cell.Write(0x11223344);
        Assert.Equal((0x11223344u, 0x11223344u), (device.Cell.Read(), device.Bytes.Read()));
        device.Bytes.Write(0xAABBCCDD);
        Assert.Equal(0xAABBCCDDu, device.Cell.Read());
    }

    // The lowest byte stands at the lowest port.
    [Fact]
    public void Narrower_accesses_reach_a_part_of_the_cell()
    {
        using PcTestdev device = Open(Bases.Pc, Machine.Start("-device", "pc-testdev"));
        PortBus bus = device.Bus;
        device.Cell.Write(0x11223344);

        bus.Out8(0xE2, 0xEE);
        bus.Out16(0xE8, 0xBEEF);

        Assert.Equal(0x11EEBEEFu, device.Cell.Read());
        Assert.Equal((0x11, 0x11EE, 0xEF), (bus.In8(0xE3), bus.In16(0xEA), bus.In8(0xE8)));
    }

    [Fact]
    public void The_page_is_given_back()
    {
        using PcTestdev device = Open(Bases.Pc, Machine.Start("-device", "pc-testdev"));
        device.Cell.Write(7);

        device.Flush.Write(Danger.Accepted, 0x10_0000);

        Assert.Equal(7u, device.Cell.Read());
    }
}
