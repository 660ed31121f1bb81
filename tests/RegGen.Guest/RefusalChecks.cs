using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>What is refused, and that nothing else suffers from it.</summary>
static class RefusalChecks
{
    public static void Run(Checks checks, PortBus bus)
    {
        checks.That("a port outside the claims is refused", Checks.Refusal(() => bus.In8(Uart.Port - 1)) == PortRefusal.NotGranted
            && Checks.Refusal(() => bus.Out8(Uart.Scratch + 1, 0)) == PortRefusal.NotGranted);
        checks.That("a wide access across the end is refused", Checks.Refusal(() => bus.In16(Uart.Scratch)) == PortRefusal.NotGranted);
        checks.That("a hole in a claim is refused", Checks.Refusal(() => bus.In8(TestDevice.Cell + 4)) == PortRefusal.NotGranted);
        checks.That("a null reference is still caught", IsCaught(null));

        Sharing(checks, bus);
        bus.Dispose();
        checks.That("a disposed bus says so", IsDisposed(bus));
        using PortBus again = PortBus.Open(Uart.Claim);
        checks.That("a bus can be opened again", Checks.Refusal(() => again.In8(Uart.Scratch)) is null);
        checks.That("with its own claim alone", Checks.Refusal(() => again.In8(Clock.Index)) == PortRefusal.NotGranted);
        checks.That("a null reference is still caught after that", IsCaught(null));
    }

    static void Sharing(Checks checks, PortBus bus)
    {
        PortBus second = PortBus.Open(new PortClaim("Half", Uart.Port, [new(Uart.Port + 4, Uart.Scratch)]));
        bool both = Checks.Refusal(() => second.Out8(Uart.Scratch, 0x66)) is null;
        second.Dispose();
        checks.That("two buses may hold a port, and the first keeps it", both && Checks.Refusal(() => bus.In8(Uart.Scratch)) is null && bus.In8(Uart.Scratch) == 0x66);
    }

    static bool IsCaught(string? nothing)
    {
        try
        {
            return nothing!.Length < 0;
        }
        catch (NullReferenceException)
        {
            return true;
        }
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
