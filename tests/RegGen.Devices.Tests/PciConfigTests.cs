using RegGen.Backends;
using static RegGen.Devices.PciConfig;

namespace RegGen.Devices.Tests;

/// <summary>devices/pci-config against QEMU's PC: an Intel 440FX host bridge and a PIIX3 in device 1.</summary>
public sealed class PciConfigTests
{
    [Fact]
    public void Identity()
    {
        using PciConfig pci = Open(Bases.Pc, Machine.Start());

        ConfigWindow host = pci.Config(0, 0, 0), isa = pci.Config(0, 1, 0);

        // Intel 82441FX: vendor 8086, device 1237, a host bridge, class 06 00 00. Intel 82371SB: device 7000, several functions.
        Assert.Equal((0x8086, 0x1237), (host.VendorId.Read(), host.DeviceId.Read()));
        Assert.Equal((0x06, 0x00, 0x00), (host.BaseClass.Read(), host.SubClass.Read(), host.ProgrammingInterface.Read()));
        Assert.Equal(0x12378086u, host.ReadRaw32(0));
        Assert.Equal(0x7000, isa.DeviceId.Read());
        Assert.True(isa.HeaderType.Read().MultiFunction);
        Assert.Equal(0xFFFF, pci.Config(0, 31, 7).VendorId.Read());
    }

    [Fact]
    public void Round_trip()
    {
        using PciConfig pci = Open(Bases.Pc, Machine.Start("-device", "rtl8139,addr=4"));
        ConfigWindow card = pci.Config(0, 4, 0);

        card.InterruptLine.Write(11);
        card.CacheLineSize.Write(0x10);
        card.BaseAddress[0].Write(Danger.Accepted, 0xFFFF_FFFF);
        card.Command.Modify(ioSpace: true, interruptDisable: true);

        Assert.Equal(0x8139, card.DeviceId.Read());
        Assert.Equal((11, 0x10), (card.InterruptLine.Read(), card.CacheLineSize.Read()));
        Assert.Equal(Pin.A, card.InterruptPin.Read().Pin);
        Assert.Equal((true, false, true), card.Command.Read() is var command ? (command.IoSpace, command.MemorySpace, command.InterruptDisable) : default);

        // RTL8139: 256 ports, in I/O space.
        Assert.Equal(0xFFFF_FF01, card.BaseAddress[0].Read());
        Assert.Equal(0, pci.Config(0, 1, 0).InterruptLine.Read());
    }

    [Fact]
    public void A_byte_within_the_address_register_is_another_device()
    {
        var backend = new SimulatedBackend();
        var simulated = backend.Add(Map, Bases.Pc);
        using PciConfig pci = Open(Bases.Pc, backend);
        pci.ConfigAddress.Write(enable: true, busNumber: 1, deviceNumber: 2, functionNumber: 3, registerNumber: 4);

        pci.Bus.Out8(0xCF9, 0x06);

        Assert.Equal(0x8001_1310u, (uint)simulated["CONFIG_ADDRESS"]);
        Assert.Equal(0xFF, pci.Bus.In8(0xCF9));
    }
}
