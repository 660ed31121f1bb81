namespace RegGen.Guest;

/// <summary>Which threads have the grant.</summary>
static class ThreadChecks
{
    public static void Run(Checks checks, PortBus bus)
    {
        bus.Out8(Uart.Scratch, 0x77);
        int late = -1;
        Thread after = new(() => late = bus.In8(Uart.Scratch));
        after.Start();
        after.Join();
        checks.That("a thread from after the grant has it", late == 0x77);
        checks.That("so have the pool's threads", Task.Run(() => bus.In8(Uart.Scratch)).GetAwaiter().GetResult() == 0x77);
    }
}
