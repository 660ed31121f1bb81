namespace RegGen.Guest;

/// <summary>The launcher's child: another user, no capability, and the ports on every thread.</summary>
static class LaunchedChecks
{
    const byte Mark = 0x1E;

    public static void Run(Checks checks, string[] arguments)
    {
        checks.That("launched: not root", Environment.UserName != "root");
        using PortBus bus = PortBus.Open(Uart.Claim);
        checks.That("launched: the ports are known to be inherited", bus.Attempts[0] is { IsTaken: true, Why: "ports that the process was started with" });
        bus.Out8(Uart.Scratch, Mark);
        checks.That("launched: a new thread", Threads.OnNew(Read) == Mark);
        checks.That("launched: a thread of the pool", Threads.OnPool(Read) == Mark);
        checks.That("launched: a timer", Threads.OnTimer(Read) == Mark);
        checks.That("launched: a continuation after await", Threads.OnContinuation(Read) == Mark);
        checks.That("launched: the finalizer", Threads.OnFinalizer(Read) == Mark);
        checks.Refused("launched: a port outside the claim", PortRefusal.NotGranted, "outside", () => bus.In8(Uart.Scratch + 1));
        checks.Refused("launched: a claim that the launcher did not grant", PortRefusal.NoPermission, "lacks CAP_SYS_RAWIO", () => PortBus.Open(Clock.Claim).Dispose());
        bus.Dispose();
        using PortBus again = PortBus.Open(Uart.Claim);
        checks.That("launched: the ports outlive a bus", again.In8(Uart.Scratch) == Mark);
        checks.That("launched: a null reference is still caught", Checks.CatchesNull());

        byte Read() => bus.In8(Uart.Scratch);
    }
}
