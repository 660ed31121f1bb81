using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>What is refused, and that nothing else suffers from it.</summary>
static class RefusalChecks
{
    public static void Run(Checks checks, string[] arguments)
    {
        using PortBus bus = PortBus.Open(Uart.Claim, Clock.Claim, TestDevice.Claim);
        checks.That("a wrong port inside the claim is only a wrong port", Checks.Refusal(() => bus.In8(TestDevice.Cell + 2)) is null);
        checks.Refused("a wrong port outside the claim, in front", PortRefusal.NotGranted, "outside", () => bus.In8(Uart.Port - 1));
        checks.Refused("a wrong port outside the claim, behind", PortRefusal.NotGranted, "outside", () => bus.Out8(Uart.Scratch + 1, 0));
        checks.Refused("a hole in a claim", PortRefusal.NotGranted, "outside", () => bus.In8(TestDevice.Cell + 4));
        checks.Refused("a 16-bit access that crosses the end", PortRefusal.NotGranted, "outside", () => bus.In16(Uart.Scratch));
        checks.Refused("a 32-bit access that crosses the end", PortRefusal.NotGranted, "outside", () => bus.In32(Uart.Scratch - 2));
        checks.Refused("a block outside the claim", PortRefusal.NotGranted, "outside", () => bus.InBlock<byte>(Uart.Scratch + 1, new byte[4]));
        checks.That("the processor refuses what the bus would: in front and behind", Native.Read(Uart.Port - 1) < 0 && Native.Read(Uart.Scratch + 1) < 0);
        checks.That("the probe finds exactly the claims", Enumerable.Range(0, 0x1000).All(port =>
            Native.Holds((ushort)port) == bus.Granted.Any(range => range.Contains((ushort)port))));
        checks.That("a null reference is still caught", Checks.CatchesNull());

        Sharing(checks, bus);
        bus.Dispose();
        checks.That("a disposed bus says so", IsDisposed(bus));
        using PortBus again = PortBus.Open(Uart.Claim);
        checks.That("a bus can be opened again", Checks.Refusal(() => again.In8(Uart.Scratch)) is null);
        checks.Refused("with its own claim alone", PortRefusal.NotGranted, "outside", () => again.In8(Clock.Index));
        checks.That("a null reference is still caught after that", Checks.CatchesNull());
    }

    static void Sharing(Checks checks, PortBus bus)
    {
        PortClaim half = new("Half", Uart.Port, [new(Uart.Port + 4, Uart.Scratch)]);
        checks.Refused("ports of another live bus", PortRefusal.Owned, "claimed for Uart already", () => PortBus.Open(half).Dispose());
        PortBus second = PortBus.Open(half.Sharing("Uart"));
        bool both = Checks.Refusal(() => second.Out8(Uart.Scratch, 0x66)) is null;
        checks.That("are shared when the claim says so, and the bus shows it", both && second.SharedWith is [{ Name: "Uart", IsKernel: false }]);
        second.Dispose();
        checks.That("and stay with the first bus", Checks.Refusal(() => bus.In8(Uart.Scratch)) is null && bus.In8(Uart.Scratch) == 0x66);
    }

    static bool IsDisposed(PortBus bus)
    {
        try
        {
            bus.In8(Uart.Scratch);
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
