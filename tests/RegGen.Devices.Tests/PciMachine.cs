using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Devices.Tests;

/// <summary>What firmware would do on PCI: no machine here has run any, so no function has ports yet.</summary>
static class PciMachine
{
    /// <summary>The configuration ports, for the claim of a test's bus.</summary>
    public static PortClaim Claim => PortPciScan.Claim;

    /// <summary>Gives a function its first port through a base address register, and switches its ports and bus mastering on.</summary>
    public static void Assign(PortBus bus, ushort vendor, ushort device, int bar, ushort port)
    {
        PciAddress at = Find(bus, vendor, device);
        Write(bus, at, 0x10 + (4 * bar), port);
        Write(bus, at, 0x04, Read(bus, at, 0x04) | 5);
    }

    /// <summary>The function of an identity.</summary>
    public static PciAddress Find(PortBus bus, ushort vendor, ushort device) =>
        new PortPciScan(bus).Functions().Single(function => function.Vendor == vendor && function.Device == device).Address;

    /// <summary>Reads a dword of configuration space.</summary>
    public static uint Read(PortBus bus, PciAddress at, int offset)
    {
        bus.Out32(0xCF8, Select(at, offset));
        return bus.In32(0xCFC);
    }

    /// <summary>Writes a dword of configuration space.</summary>
    public static void Write(PortBus bus, PciAddress at, int offset, uint value)
    {
        bus.Out32(0xCF8, Select(at, offset));
        bus.Out32(0xCFC, value);
    }

    static uint Select(PciAddress at, int offset) =>
        0x80000000 | ((uint)at.Bus << 16) | ((uint)at.Device << 11) | ((uint)at.Function << 8) | (uint)offset;
}
