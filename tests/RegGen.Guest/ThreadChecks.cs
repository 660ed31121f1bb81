using RegGen.Backends;

namespace RegGen.Guest;

/// <summary>Which threads have the grant: all of them.</summary>
static class ThreadChecks
{
    const byte Mark = 0x77;

    public static void Run(Checks checks, string[] arguments)
    {
        // The runtime's own threads exist before the grant: the finalizer's always, the pool's once it was used.
        Threads.OnPool(() => 0);
        Threads.OnFinalizer(() => 0);
        using ManualResetEventSlim granted = new();
        PortBus? opened = null;
        int seen = -1;
        Thread before = new(() =>
        {
            granted.Wait();
            seen = opened!.In8(Uart.Scratch);
        });
        before.Start();

        using PortBus bus = opened = PortBus.Open(Uart.Claim);
        checks.That("the direct way is taken", bus.BackendName == "direct" && bus.Attempts is [{ IsTaken: true, Why: "ioperm" }, { IsTaken: false }, { IsTaken: false }, { IsTaken: false }]);
        bus.Out8(Uart.Scratch, Mark);
        granted.Set();
        before.Join();
        checks.That("a thread from before the grant", seen == Mark);
        checks.That("a thread from after the grant", Threads.OnNew(Read) == Mark);
        checks.That("a thread of the pool", Threads.OnPool(Read) == Mark);
        checks.That("a timer", Threads.OnTimer(Read) == Mark);
        checks.That("a continuation after await", Threads.OnContinuation(Read) == Mark);
        checks.That("a finalizer", Threads.OnFinalizer(Read) == Mark);
        checks.That("a thread that a healed thread starts", Threads.OnPool(() => (Read(), Threads.OnNew(Read))) == (Mark, Mark));
        ulong renewals = NativeRenewals();
        int again = Threads.OnNew(() => Enumerable.Range(0, 1000).Count(_ => Read() == Mark));
        checks.That("a thread is healed once", again == 1000 && NativeRenewals() - renewals == 1);
        checks.That("a lost grant is taken again", Threads.OnNew(() => (Read(), Libc.TakePorts(), Read())) == (Mark, 0, Mark));
        checks.That("a null reference is still caught", Checks.CatchesNull());

        byte Read() => bus.In8(Uart.Scratch);
    }

    /// <summary>How often threads were healed.</summary>
    public static ulong NativeRenewals() => StubLibrary.Load(Uart.Claim).Renewals;
}
