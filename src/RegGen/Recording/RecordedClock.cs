namespace RegGen.Recording;

/// <summary>A clock that stands at the last access, and moves on by what is waited: the same for the program that is recorded and for the one that replays it.</summary>
/// <remarks>Else a poll near its end would be late in the one and not in the other.</remarks>
sealed class RecordedClock
{
    readonly Lock _gate = new();
    TimeSpan _last, _waited;

    /// <summary>Time since the recording began.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return _last + _waited;
            }
        }
    }

    /// <summary>An access was done. Time never goes back.</summary>
    public void Access(TimeSpan time)
    {
        lock (_gate)
        {
            (_last, _waited) = (time > _last ? time : _last, TimeSpan.Zero);
        }
    }

    /// <summary>Time is waited for.</summary>
    public void Pass(TimeSpan time)
    {
        lock (_gate)
        {
            _waited += time;
        }
    }
}
