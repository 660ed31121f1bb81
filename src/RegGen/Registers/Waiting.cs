namespace RegGen;

/// <summary>Reading until some fields have their values. The last read always comes after the deadline, so a slow caller is not cheated.</summary>
static class Waiting
{
    public static TValue Until<TValue>(Cell<TValue> cell, TimeSpan timeout, FieldBits wanted)
        where TValue : unmanaged => Try(cell, timeout, wanted, out TValue last) ? last : throw Late(cell, timeout, last);

    public static bool Try<TValue>(Cell<TValue> cell, TimeSpan timeout, FieldBits wanted, out TValue last)
        where TValue : unmanaged
    {
        PortBus bus = cell.Bus;
        TimeSpan start = bus.Now;
        var spin = new SpinWait();
        while (true)
        {
            bool late = IsOver(bus, start, timeout);
            last = cell.Read();
            ulong raw = Word.Wide(last);
            if (wanted.Match(raw) || late)
            {
                return wanted.Match(raw);
            }

            // Devices answer within microseconds: spin, but let others run; never sleep a whole tick.
            bus.Turn();
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    public static async Task<TValue> UntilAsync<TValue>(Cell<TValue> cell, TimeSpan timeout, FieldBits wanted, CancellationToken cancellation)
        where TValue : unmanaged
    {
        PortBus bus = cell.Bus;
        TimeSpan start = bus.Now;
        TimeSpan pause = TimeSpan.FromMilliseconds(1);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            bool late = IsOver(bus, start, timeout);
            TValue last = cell.Read();
            if (wanted.Match(Word.Wide(last)))
            {
                return last;
            }

            if (late)
            {
                throw Late(cell, timeout, last);
            }

            await bus.PauseAsync(pause, cancellation).ConfigureAwait(false);
            pause = TimeSpan.FromMilliseconds(Math.Min(pause.TotalMilliseconds * 2, 50));
        }
    }

    static bool IsOver(PortBus bus, TimeSpan start, TimeSpan timeout) => timeout != Timeout.InfiniteTimeSpan && bus.Now - start >= timeout;

    static TimeoutException Late<TValue>(Cell<TValue> cell, TimeSpan timeout, TValue last)
        where TValue : unmanaged =>
        new($"The register at {cell} did not reach the wanted state within {timeout.TotalMilliseconds:0.###} ms; it last read {last}.");
}
