using RegGen.Backends;
using RegGen.Pci;
using RegGen.Rigs;

namespace RegGen.Tests.Pci;

public class PciScanTests
{
    [Fact]
    public void The_functions_of_a_pc_are_found_through_the_configuration_ports()
    {
        Rig.Require("qemu-system-x86_64");
        using var bus = PortBus.Open(QemuBackend.Start("-device", "rtl8139,addr=5"), PortPciScan.Claim);

        // QEMU's i440FX: 8086:1237, the PIIX3 at 1.0 with IDE at 1.1 and power management at 1.3, and the card that we added.
        Assert.Equal(
            ["0000:00:00.0 8086:1237 class 060000", "0000:00:01.0 8086:7000 class 060100", "0000:00:01.1 8086:7010 class 010180",
                "0000:00:01.3 8086:7113 class 068000", "0000:00:05.0 10EC:8139 class 020000"],
            new PortPciScan(bus).Functions().Select(function => function.ToString()));
    }

    [Fact]
    public void A_function_is_located_once_its_ports_are_assigned()
    {
        Rig.Require("qemu-system-x86_64");
        using var bus = PortBus.Open(QemuBackend.Start("-device", "rtl8139,addr=5"), PortPciScan.Claim);
        var filter = new PciFilter { Vendor = 0x10EC, Devices = [0x8139] };
        Assert.Empty(new PortPciScan(bus).Find(filter, bar: 0));

        bus.Out32(0xCF8, 0x80002810);
        bus.Out32(0xCFC, 0xC100);

        PciPlace place = Assert.Single(new PortPciScan(bus).Find(filter, bar: 0));
        Assert.Equal(0xC100, place.BasePort);
        Assert.Equal(new PciAddress(0, 0, 5, 0), place.Address);
        Assert.Empty(new PortPciScan(bus).Find(filter, bar: 1));
        Assert.Empty(new PortPciScan(bus).Find(new PciFilter { Class = 0x020100 }, bar: 0));
        Assert.Single(new PortPciScan(bus).Find(new PciFilter { Class = 0x0200FF, ClassMask = 0xFFFF00 }, bar: 0));
    }

    [Fact]
    public void What_is_behind_a_bridge_is_found_once_its_bus_has_a_number()
    {
        Rig.Require("qemu-system-x86_64");
        using var bus = PortBus.Open(
            QemuBackend.Start("-device", "pci-bridge,id=b,chassis_nr=1,addr=6", "-device", "rtl8139,bus=b,addr=3"), PortPciScan.Claim);
        Assert.DoesNotContain(new PortPciScan(bus).Functions(), function => function.Vendor == 0x10EC);

        bus.Out32(0xCF8, 0x80003018);
        bus.Out32(0xCFC, 0x00020200);

        Assert.Contains(new PortPciScan(bus).Functions(), function => function.ToString() == "0000:02:03.0 10EC:8139 class 020000");
    }

    [Fact]
    public void A_base_that_is_no_base_address_register_is_found_while_it_is_switched_on()
    {
        Rig.Require("qemu-system-x86_64");
        using var bus = PortBus.Open(QemuBackend.Start(), PortPciScan.Claim);
        var scan = new PortPciScan(bus);

        // The PIIX4's PMBA and PMREGMISC.
        var filter = new PciFilter { Vendor = 0x8086, Devices = [0x7113] };
        Assert.Empty(scan.Find(filter, new PciBits(0x40, 0xFFC0)));
        Write(0x40, 0x601);
        Assert.Empty(scan.Find(filter, new PciBits(0x40, 0xFFC0), enable: new(0x80, 1)));
        Write(0x80, 1);
        Assert.Equal(0x600, Assert.Single(scan.Find(filter, new PciBits(0x40, 0xFFC0), enable: new(0x80, 1))).BasePort);

        // A base in the upper half of a dword, and where QEMU has the SMBus (SMBBA).
        Assert.Equal(0x7113, Assert.Single(scan.Find(filter, new PciBits(0x02, 0xFFFF))).BasePort);
        Assert.Equal(0xB100, Assert.Single(scan.Find(filter, new PciBits(0x90, 0xFFF0))).BasePort);
        Assert.Throws<ArgumentOutOfRangeException>(() => scan.Read(default, 2));

        void Write(uint offset, uint value)
        {
            bus.Out32(0xCF8, 0x80000B00 | offset);
            bus.Out32(0xCFC, value);
        }
    }

    [Theory]
    [InlineData("0000:00:1f.3", 0, 0, 0x1F, 3)]
    [InlineData("02:03.1", 0, 2, 3, 1)]
    [InlineData("0001:ff:00.7", 1, 0xFF, 0, 7)]
    public void Addresses_are_read_as_the_system_writes_them(string text, int domain, int bus, int device, int function)
    {
        Assert.True(PciAddress.TryParse(text, out PciAddress address));
        Assert.Equal(new((ushort)domain, (byte)bus, (byte)device, (byte)function), address);
        Assert.EndsWith(text, address.ToString());
    }

    [Theory]
    [InlineData("00:20.0")]
    [InlineData("00:00.8")]
    [InlineData("00:00:0")]
    [InlineData("100:00.0")]
    [InlineData("x")]
    [InlineData(null)]
    public void Other_texts_are_no_address(string? text) => Assert.False(PciAddress.TryParse(text, out _));
}
