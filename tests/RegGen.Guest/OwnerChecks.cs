using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>The kernel's own drivers: the first serial port is the console and stays with its driver.</summary>
static class OwnerChecks
{
    const ushort Console = 0x3F8;
    const ushort LineStatus = Console + 5;

    public static void Run(Checks checks, string[] arguments)
    {
        PortClaim console = new("Console", Console, [new(Console, Console + 7)]);
        checks.Refused("ports of a kernel driver", PortRefusal.Owned, "'serial' owns 0x3F8-0x3FF", () => PortBus.Open(console).Dispose());
        checks.Refused("of another name than the claim says", PortRefusal.Owned, "'serial'", () => PortBus.Open(console.Sharing("rtc0")).Dispose());
        checks.Refused("of the kernel itself", PortRefusal.Owned, "PCI conf1", () => PortBus.Open(new PortClaim("Pci", 0xCF8, [new(0xCF8, 0xCFF)])).Dispose());
        using PortBus bus = PortBus.Open(console.Sharing("serial"));
        checks.That("are shared when the claim says so, and the bus shows it", bus.SharedWith is [{ Name: "serial", IsKernel: true }] && bus.In8(LineStatus) != 0xFF);
    }
}
