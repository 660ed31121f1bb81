using RegGen.Backends;
using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Guest;

/// <summary>The ways through files: <c>/dev/port</c> and PCI's resource files. The card is QEMU's RTL8139, whose registers keep what is written.</summary>
static class FileChecks
{
    // RTL8139 data sheet, section 5: RBSTART at 0x30 holds 32 bits, TCR's revision in bits 30..26 and 23..22 is read-only.
    const int ReceiveStart = 0x30;
    static readonly PciFilter s_card = new() { Vendor = 0x10EC, Devices = [0x8139] };

    public static void Run(Checks checks, string[] arguments)
    {
        DeviceFile(checks);
        PciFile(checks);
    }

    static void DeviceFile(Checks checks)
    {
        using PortBus file = PortBus.Open(PortBackend.ByName("device-file"), Uart.Claim);
        using PortBus direct = PortBus.Open(PortBackend.ByName("direct"), Uart.Claim.Sharing("Uart"));
        checks.That("device file: every byte goes both ways", Enumerable.Range(0, 256).All(value =>
        {
            file.Out8(Uart.Scratch, (byte)value);
            direct.Out8(Uart.Scratch, (byte)~direct.In8(Uart.Scratch));
            return file.In8(Uart.Scratch) == (byte)~value;
        }));
        checks.Refused("device file: a 16-bit access", PortRefusal.Width, "single bytes", () => file.In16(Uart.Port));
        checks.Refused("device file: a 32-bit access", PortRefusal.Width, "single bytes", () => file.Out32(Uart.Port, 0));
        checks.Refused("device file: a port outside the claim", PortRefusal.NotGranted, "outside", () => file.In8(Uart.Port - 1));
        checks.Refused("device file: a device that needs 16 bits", PortRefusal.Width, "accesses of 16 bits", () =>
            PortBus.Open(PortBackend.ByName("device-file"), Clock.Claim.Needing(PortWidth.Bits16)).Dispose());
    }

    static void PciFile(Checks checks)
    {
        PciPlace card = new SysfsPciScan().Find(s_card, 0).Single();
        PortClaim claim = PortClaim.At("Rtl8139", card.BasePort, (0, 0xFF)).Needing(PortWidth.Bits32);
        using PortBus file = PortBus.Open(PortBackend.ByName("pci"), claim);
        using PortBus direct = PortBus.Open(PortBackend.ByName("direct"), claim.Sharing("Rtl8139"));
        ushort start = (ushort)(card.BasePort + ReceiveStart);
        direct.Out32(start, 0x12345678);
        checks.That("PCI file: 32 bits are read as they stand", file.In32(start) == 0x12345678);
        file.Out32(start, 0xCAFEF00D);
        checks.That("PCI file: 32 bits are written in one access", direct.In32(start) == 0xCAFEF00D);
        checks.That("PCI file: narrower reads", file.In16(start) == direct.In16(start) && file.In8(start) == direct.In8(start));
        checks.Refused("PCI file: an access past the end", PortRefusal.NotGranted, "outside", () => file.In32((ushort)(card.BasePort + 0xFE)));
        checks.Refused("PCI file: ports that no card has", PortRefusal.NotFound, "no function on PCI", () => PortBus.Open(PortBackend.ByName("pci"), Clock.Claim).Dispose());
    }
}
