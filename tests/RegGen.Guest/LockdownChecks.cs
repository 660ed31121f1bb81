using RegGen.Backends;
using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Guest;

/// <summary>A kernel that is locked down while a bus is open. It stays so until the next boot.</summary>
static class LockdownChecks
{
    const string Switch = "/sys/kernel/security/lockdown";
    const byte Mark = 0x2B;

    public static void Run(Checks checks, string[] arguments)
    {
        Threads.OnFinalizer(() => 0);
        PciPlace card = new SysfsPciScan().Find(new() { Vendor = 0x10EC, Devices = [0x8139] }, 0).Single();
        PortClaim claim = PortClaim.At("Rtl8139", card.BasePort, (0, 0xFF)).Needing(PortWidth.Bits32);
        using PortBus bus = PortBus.Open(Uart.Claim);
        using PortBus file = PortBus.Open(PortBackend.ByName("pci"), claim);
        bus.Out8(Uart.Scratch, Mark);
        uint before = file.In32(card.BasePort);

        File.WriteAllText(Switch, "integrity");
        checks.That("lockdown: the grant stays", Read() == Mark);
        checks.That("lockdown: a thread from after it, by inheritance", Threads.OnNew(Read) == Mark);
        checks.Refused("lockdown: the finalizer, older than the grant", PortRefusal.ThreadNotGranted, "locked down", () =>
            Checks.Rethrow(Threads.OnFinalizer(() => Checks.Refusal(() => Read()))));
        checks.Refused("lockdown: another grant", PortRefusal.NoPermission, "has CAP_SYS_RAWIO", () => PortBus.Open(PortBackend.ByName("direct"), Clock.Claim).Dispose());
        checks.Refused("lockdown: the device file", PortRefusal.NoPermission, "may not be opened", () => PortBus.Open(PortBackend.ByName("device-file"), Clock.Claim).Dispose());
        checks.That("lockdown: a PCI file is still read", file.In32(card.BasePort) == before);
        checks.Refused("lockdown: a PCI file is not written", PortRefusal.NoPermission, "forbids", () => file.Out32((ushort)(card.BasePort + 0x30), 0));
        checks.That("lockdown: a null reference is still caught", Checks.CatchesNull());

        byte Read() => bus.In8(Uart.Scratch);
    }
}
