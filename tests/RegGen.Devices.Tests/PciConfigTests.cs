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
        Assert.Equal((Class.Bridge, 0x00, 0x00), (host.BaseClass.Read().Class, host.SubClass.Read(), host.ProgrammingInterface.Read()));
        Assert.Equal(0x12378086u, host.ReadRaw32(0));
        Assert.Equal(0x7000, isa.DeviceId.Read());
        Assert.Equal((true, Layout.General), (isa.HeaderType.Read().MultiFunction, isa.HeaderType.Read().Layout));
        Assert.Equal(0xFFFF, pci.Config(0, 31, 7).VendorId.Read());
    }

    [Fact]
    public void It_is_recognized_and_its_address_is_put_back()
    {
        using PciConfig pci = Open(Bases.Pc, Machine.Start());
        pci.ConfigAddress.Write(enable: true, deviceNumber: 1, registerNumber: 2);

        Assert.True(pci.Identify());

        Assert.Equal(0x8000_0808u, pci.ConfigAddress.Read().Raw);
        Assert.False(TryOpen(0xD00, out _, Machine.Start()));
    }

    [Fact]
    public void Round_trip()
    {
        using PciConfig pci = Open(Bases.Pc, Machine.Start("-device", "rtl8139,addr=4"));
        ConfigWindow card = pci.Config(0, 4, 0);

        card.InterruptLine.Write(11);
        card.CacheLineSize.Write(0x10);
        card.LatencyTimer.Write(0x40);
        card.BaseAddress[0].Write(Danger.Accepted, 0xFFFF_FFFF);
        card.BaseAddress[1].Write(Danger.Accepted, 0xFFFF_FFFF);
        card.ExpansionRom.Write(Danger.Accepted, address: 0x1F_FFFF, enable: false);
        card.Command.Modify(ioSpace: true, interruptDisable: true);

        Assert.Equal(0x8139, card.DeviceId.Read());
        Assert.Equal((Class.Network, 0x1AF4, 0x1100), (card.BaseClass.Read().Class, card.SubsystemVendorId.Read(), card.SubsystemId.Read()));
        Assert.Equal((11, 0x10), (card.InterruptLine.Read(), card.CacheLineSize.Read()));
        Assert.Equal(InterruptPin.A, card.InterruptPin.Read().Pin);
        Assert.Equal((true, false, true), card.Command.Read() is var command ? (command.IoSpace, command.MemorySpace, command.InterruptDisable) : default);

        // RTL8139: 256 ports, in I/O space, and 256 bytes in memory space.
        Assert.Equal((0xFFFF_FF01u, 0xFFFF_FF00u), (card.BaseAddress[0].Read(), card.BaseAddress[1].Read()));
        Assert.False(card.ExpansionRom.Read().Enable);
        Assert.Equal(0, pci.Config(0, 1, 0).InterruptLine.Read());
    }

    [Fact]
    public void Capabilities_are_a_list()
    {
        using PciConfig pci = Open(Bases.Pc, Machine.Start("-device", "virtio-rng-pci,addr=5"));
        ConfigWindow device = pci.Config(0, 5, 0);
        Assert.True(device.Status.Read().CapabilitiesList);

        List<CapabilityCode> found = [];
        for (byte at = (byte)(device.CapabilitiesPointer.Read() / 4); at != 0; at = (byte)(pci.Capability(0, 5, 0, at).Next.Read() / 4))
        {
            CapabilityWindow capability = pci.Capability(0, 5, 0, at);
            found.Add(capability.Id.Read().Code);
            Assert.Equal(device.ReadRaw16((byte)((at * 4) + 2)), capability.Body.Read());
        }

        // QEMU's virtio devices have MSI-X and tell their regions in vendor-specific capabilities.
        Assert.Contains(CapabilityCode.MsiX, found);
        Assert.Contains(CapabilityCode.VendorSpecific, found);
        Assert.All(found, each => Assert.True(each.IsDefined()));
    }

    [Fact]
    public void Simulated_a_capability_is_behind_its_own_doubleword()
    {
        var backend = new SimulatedBackend();
        var simulated = backend.Add(Map, Bases.Pc);
        using PciConfig pci = Open(Bases.Pc, backend);

        simulated["Capability(0,5,0,16).ID"] = 0x11;
        simulated["Capability(0,5,0,16).NEXT"] = 0x50;

        Assert.Equal(CapabilityCode.MsiX, pci.Capability(0, 5, 0, 16).Id.Read().Code);
        Assert.Equal(0x50, pci.Capability(0, 5, 0, 16).Next.Read());
    }

    // The header and a capability at the same doubleword share CONFIG_DATA: what the header has of it, is the header's, whatever the width.
    [Fact]
    public void Simulated_two_bytes_of_the_header_are_read_at_once()
    {
        var backend = new SimulatedBackend();
        var simulated = backend.Add(Map, Bases.Pc);
        using PciConfig pci = Open(Bases.Pc, backend);
        (simulated["Config(0,1,0).SUB_CLASS"], simulated["Config(0,1,0).BASE_CLASS"]) = (0x01, 0x06);
        simulated["Capability(0,1,0,2).BODY"] = 0xBAD;

        Assert.Equal(0x0601, pci.Config(0, 1, 0).ReadRaw16(0x0A));
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
