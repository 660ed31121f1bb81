namespace RegGen.Guest;

/// <summary>A bus that is disposed while others use it: what they get is an exception of the right kind, and the rights are gone.</summary>
static class DisposeChecks
{
    const int Rounds = 20;
    const int ThreadCount = 8;

    public static void Run(Checks checks, string[] arguments)
    {
        int disposed = 0, other = 0;
        for (int round = 0; round < Rounds; round++)
        {
            PortBus bus = PortBus.Open(Uart.Claim);
            using CountdownEvent started = new(ThreadCount);
            Thread[] threads = [.. Enumerable.Range(0, ThreadCount).Select(_ => new Thread(() => Work(bus, started)))];
            Array.ForEach(threads, thread => thread.Start());
            started.Wait();
            bus.Dispose();
            Array.ForEach(threads, thread => thread.Join());
        }

        checks.That("dispose under load: every access ends in ObjectDisposedException", disposed == Rounds * ThreadCount && other == 0);

        using ManualResetEventSlim healed = new(), given = new();
        bool had = false, kept = true;
        Thread watcher = new(() =>
        {
            had = Native.Holds(Uart.Scratch);
            healed.Set();
            given.Wait();
            _ = Checks.Refusal(() => _ = Native.Read(Uart.Scratch));
            kept = Native.Holds(Uart.Scratch);
        });
        PortBus last = PortBus.Open(Uart.Claim);
        watcher.Start();
        healed.Wait();
        last.Dispose();
        given.Set();
        watcher.Join();
        checks.That("a thread loses the rights at its next stub call", had && !kept);

        void Work(PortBus bus, CountdownEvent started)
        {
            bool first = true;
            try
            {
                while (true)
                {
                    bus.In8(Uart.Scratch);
                    if (first)
                    {
                        first = false;
                        started.Signal();
                    }
                }
            }
            catch (ObjectDisposedException)
            {
                Interlocked.Increment(ref disposed);
            }
            catch (PortAccessException e)
            {
                Console.WriteLine($"# {e.Message}");
                Interlocked.Increment(ref other);
            }
        }
    }
}
