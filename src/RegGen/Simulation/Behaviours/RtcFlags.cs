namespace RegGen.Simulation;

/// <summary>The flags of register C of an MC146818: what has happened since they were last taken.</summary>
/// <param name="word">The word of a register.</param>
/// <param name="number">The number that a word of a time register means.</param>
sealed class RtcFlags(Func<string, ulong> word, Func<ulong, ulong> number)
{
    const ulong Update = 0x10, Alarm = 0x20, Periodic = 0x40;

    DateTime _last;
    ulong _flags;

    /// <summary>The clock is set: that time passes by nobody.</summary>
    public void Begin(DateTime now) => _last = now;

    /// <summary>Takes the flags that have come up.</summary>
    public ulong Take()
    {
        ulong flags = _flags;
        _flags = 0;
        return flags;
    }

    /// <summary>Time has passed.</summary>
    /// <param name="now">The time that the clock shows.</param>
    /// <param name="runs">Whether the clock ran.</param>
    /// <param name="isDivided">Whether the divider ran, for periods.</param>
    public void Pass(DateTime now, bool runs, bool isDivided)
    {
        DateTime last = _last;
        _last = now;
        if (now <= last)
        {
            return;
        }

        long seconds = (now.Ticks / TimeSpan.TicksPerSecond) - (last.Ticks / TimeSpan.TicksPerSecond);
        if (runs && seconds > 0)
        {
            _flags |= Update | (IsAlarmWithin(now, seconds) ? Alarm : 0);
        }

        _flags |= isDivided && HasPeriodWithin(last, now) ? Periodic : 0;
    }

    bool IsAlarmWithin(DateTime now, long seconds)
    {
        // After a day, everything comes again.
        for (long back = 0; back < Math.Min(seconds, 86_400); back++)
        {
            DateTime moment = now.AddSeconds(-back);
            if (Fits("SecondsAlarm", moment.Second) && Fits("MinutesAlarm", moment.Minute) && FitsHour(moment.Hour))
            {
                return true;
            }
        }

        return false;
    }

    bool Fits(string alarm, int part) => word(alarm) >= 0xC0 || number(word(alarm)) == (ulong)part;

    bool FitsHour(int hour)
    {
        ulong raw = word("HoursAlarm");
        return raw >= 0xC0 || ((word("RegisterB") & 0x02) != 0
            ? number(raw) == (ulong)hour
            : number(raw & 0x7F) % 12 == (ulong)(hour % 12) && (raw & 0x80) != 0 == hour >= 12);
    }

    // Rates 1 and 2 of 32768 Hz are those of 8 and 9.
    bool HasPeriodWithin(DateTime last, DateTime now)
    {
        int rate = (int)(word("RegisterA") & 0x0F), base32768 = (word("RegisterA") & 0x70) == 0x20 ? 1 : 0;
        if (rate == 0)
        {
            return false;
        }

        rate = rate <= 2 && base32768 == 1 ? rate + 7 : rate;
        double ticks = TimeSpan.TicksPerSecond * Math.Pow(2, rate - 1) / 32768;
        return Math.Floor(now.Ticks / ticks) > Math.Floor(last.Ticks / ticks);
    }
}
