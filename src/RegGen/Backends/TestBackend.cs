using System.Diagnostics;

namespace RegGen.Backends;

/// <summary>A backend without hardware. Nobody really waits for its clock: what is waited just goes on it.</summary>
public abstract class TestBackend : PortBackend
{
    static readonly long s_turn = TimeSpan.FromMicroseconds(1).Ticks;

    long _waited, _advanced;

    private protected TestBackend()
    {
    }

    /// <summary>
    /// Whether the clock stands still but for what is waited: delays and recovery in full, 1 us for each turn of a poll. <see cref="Waited"/> is then
    /// the same in every run. Set it before the first access.
    /// </summary>
    public bool ClockStands { get; set; }

    /// <summary>Time that polls, delays and recovery were to wait.</summary>
    public TimeSpan Waited => new(Interlocked.Read(ref _waited));

    /// <inheritdoc/>
    protected internal override TimeSpan Now =>
        (ClockStands ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0)) + Waited + new TimeSpan(Interlocked.Read(ref _advanced));

    /// <summary>Lets time pass that nobody waited for.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _advanced, time.Ticks);

    // A poll begins anew: where the clock stands, it would else never be late.
    internal override void Turn() => Interlocked.Add(ref _waited, ClockStands ? s_turn : 0);

    /// <inheritdoc/>
    protected internal override void Pause(TimeSpan time) => Interlocked.Add(ref _waited, time.Ticks);

    internal override Task PauseAsync(TimeSpan time, CancellationToken cancellation)
    {
        Pause(time);
        return Task.CompletedTask;
    }
}
