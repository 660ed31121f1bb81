namespace RegGen.Guest;

/// <summary>A grant at the start, before the program gives up root: threads inherit it, and those from before cannot get it any more.</summary>
static class StartupChecks
{
    const byte Mark = 0x61;

    public static void Run(Checks checks, string[] arguments)
    {
        Threads.OnFinalizer(() => 0);
        using PortBus bus = PortBus.Open(Uart.Claim);
        bus.Out8(Uart.Scratch, Mark);
        checks.That("root is given up", Libc.BecomeNobody());
        checks.That("start-up grant: the granting thread", Read() == Mark);
        checks.That("start-up grant: a thread from after it", Threads.OnNew(Read) == Mark);
        checks.That("start-up grant: a thread of the pool", Threads.OnPool(Read) == Mark);
        checks.Refused("start-up grant: the finalizer, older than the grant", PortRefusal.ThreadNotGranted, "lost CAP_SYS_RAWIO", () =>
            Checks.Rethrow(Threads.OnFinalizer(() => Checks.Refusal(() => Read()))));
        checks.Refused("start-up grant: another claim", PortRefusal.NoPermission, "lacks CAP_SYS_RAWIO", () => PortBus.Open(Clock.Claim).Dispose());
        checks.That("start-up grant: a null reference is still caught", Checks.CatchesNull());

        byte Read() => bus.In8(Uart.Scratch);
    }
}
