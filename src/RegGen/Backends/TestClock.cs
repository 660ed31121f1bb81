using System.Diagnostics;

namespace RegGen.Backends;

/// <summary>A clock that nobody really waits for: what is waited just goes on it.</summary>
sealed class TestClock
{
    static readonly long s_turn = TimeSpan.FromMicroseconds(1).Ticks;

    long _waited, _advanced;

    public bool Stands { get; set; }

    public TimeSpan Waited => new(Interlocked.Read(ref _waited));

    public TimeSpan Now => (Stands ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0)) + Waited + new TimeSpan(Interlocked.Read(ref _advanced));

    public void Wait(TimeSpan time) => Interlocked.Add(ref _waited, time.Ticks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _advanced, time.Ticks);

    /// <summary>A poll begins anew: where the clock stands, it would else never be late.</summary>
    public void Turn() => Interlocked.Add(ref _waited, Stands ? s_turn : 0);
}
