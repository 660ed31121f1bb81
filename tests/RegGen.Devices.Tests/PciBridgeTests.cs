using static RegGen.Devices.PciBridge;

namespace RegGen.Devices.Tests;

/// <summary>devices/pci-bridge against QEMU's PCI bridge, with a card behind it.</summary>
public sealed class PciBridgeTests
{
    static PciBridge Bridged() => Open(Bases.Pc, Machine.Start("-device", "pci-bridge,id=b,chassis_nr=1,addr=6", "-device", "rtl8139,bus=b,addr=1"));

    [Fact]
    public void Identity()
    {
        using PciBridge pci = Bridged();
        ConfigWindow bridge = pci.Config(0, 6, 0);

        // QEMU's own bridge, 1B36:0001, class 06 04.
        Assert.Equal((0x1B36, 0x0001, Layout.PciBridge), (bridge.VendorId.Read(), bridge.DeviceId.Read(), bridge.HeaderType.Read().Layout));
        Assert.Equal((Class.Bridge, 0x04), (bridge.BaseClass.Read().Class, bridge.SubClass.Read()));
        Assert.True(pci.Identify());
        Assert.False(TryOpen(0xD00, out _, Machine.Start()));
    }

    [Fact]
    public void Round_trip()
    {
        using PciBridge pci = Bridged();
        ConfigWindow bridge = pci.Config(0, 6, 0);

        bridge.PrimaryBus.Write(Danger.Accepted, 0);
        bridge.SecondaryBus.Write(Danger.Accepted, 1);
        bridge.SubordinateBus.Write(Danger.Accepted, 1);
        bridge.IoBase.Write(Danger.Accepted, address: 0xC);
        bridge.IoLimit.Write(Danger.Accepted, address: 0xD);
        bridge.MemoryBase.Write(Danger.Accepted, address: 0xFEA);
        bridge.MemoryLimit.Write(Danger.Accepted, address: 0xFEB);
        bridge.PrefetchableBase.Write(Danger.Accepted, address: 0xFD0);
        bridge.PrefetchableLimit.Write(Danger.Accepted, address: 0xFDF);
        bridge.PrefetchableBaseUpper.Write(Danger.Accepted, 0x12);
        bridge.PrefetchableLimitUpper.Write(Danger.Accepted, 0x34);
        bridge.BridgeControl.Write(systemErrorEnable: true, vgaEnable: true);

        Assert.Equal((0, 1, 1), (bridge.PrimaryBus.Read(), bridge.SecondaryBus.Read(), bridge.SubordinateBus.Read()));
        Assert.Equal((0xC, 0xD), (bridge.IoBase.Read().Address, bridge.IoLimit.Read().Address));
        Assert.Equal((0xFEA, 0xFEB), (bridge.MemoryBase.Read().Address, bridge.MemoryLimit.Read().Address));
        Assert.Equal((0xFD0, 0xFDF), (bridge.PrefetchableBase.Read().Address, bridge.PrefetchableLimit.Read().Address));
        Assert.Equal((PrefetchableSize.Bits64, 0x12u, 0x34u), (bridge.PrefetchableBase.Read().Size, bridge.PrefetchableBaseUpper.Read(), bridge.PrefetchableLimitUpper.Read()));
        Assert.Equal(0x000A, bridge.BridgeControl.Read().Raw);

        // What stands behind it shows as soon as the bus has its number.
        Assert.Equal(0x8139, pci.Config(1, 1, 0).DeviceId.Read());
        bridge.SecondaryBus.Write(Danger.Accepted, 2);
        Assert.Equal(0xFFFF, pci.Config(1, 1, 0).DeviceId.Read());
    }
}
