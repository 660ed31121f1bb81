namespace RegGen.Guest;

/// <summary>
/// Many threads at once, while the collector runs and null references fly: <c>load [server] [quiet]</c>. A quiet one is left to the runtime, which stops
/// all threads when it has compiled something anew.
/// </summary>
static class LoadChecks
{
    const int ThreadCount = 64;
    const int Accesses = 100_000;

    public static void Run(Checks checks, string[] arguments)
    {
        checks.That("the collector is the server's", !arguments.Contains("server") || System.Runtime.GCSettings.IsServerGC);
        using PortBus bus = PortBus.Open(Uart.Claim);
        const byte Mark = 0x3C;
        bus.Out8(Uart.Scratch, Mark);
        ulong renewals = ThreadChecks.NativeRenewals();
        int wrong = 0, failed = 0, running = ThreadCount, caught = 0;
        Thread[] threads = [.. Enumerable.Range(0, ThreadCount).Select(_ => new Thread(Work))];
        Thread storm = new(() =>
        {
            while (Volatile.Read(ref running) > 0)
            {
                caught += Checks.CatchesNull() ? 1 : 0;
                Thread.Sleep(1);
            }
        });
        storm.Start();
        Array.ForEach(threads, thread => thread.Start());
        bool isQuiet = arguments.Contains("quiet");
        int collections = 0;
        while (Volatile.Read(ref running) > 0)
        {
            if (!isQuiet)
            {
                GC.Collect();
                collections++;
            }

            Thread.Sleep(1);
        }

        Array.ForEach(threads, thread => thread.Join());
        storm.Join();
        Console.WriteLine($"# {collections} collections, {caught} null references");
        checks.That("64 threads x 100,000 accesses: no error", failed == 0 && wrong == 0);
        checks.That("64 threads x 100,000 accesses: one heal each", ThreadChecks.NativeRenewals() - renewals == ThreadCount);
        checks.That("a GC.Collect loop at the same time", isQuiet || collections > 1);
        checks.That("a NullReferenceException storm at the same time", caught > 1);

        void Work()
        {
            try
            {
                int bad = 0;
                for (int i = 0; i < Accesses; i++)
                {
                    bad += bus.In8(Uart.Scratch) == Mark ? 0 : 1;
                }

                Interlocked.Add(ref wrong, bad);
            }
            catch (PortAccessException refusal)
            {
                Console.WriteLine($"# {refusal.Message}");
                Interlocked.Increment(ref failed);
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }
    }
}
