using static RegGen.Demo.Mc146818;

namespace RegGen.Demo;

/// <summary>Reads the date and time of an MC146818 clock: waits out updates, and takes 12 or 24 hours as the chip is set.</summary>
sealed class Clock(Mc146818 rtc)
{
    // An update is announced 244 us ahead and takes up to 1984 us (data sheet, update cycle).
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    /// <summary>The date and time as the chip holds them, without a time zone.</summary>
    /// <exception cref="NoDeviceException">What the registers hold is no date: there is no clock, or it was never set.</exception>
    /// <exception cref="TimeoutException">An update did not end.</exception>
    public DateTime Read()
    {
        RegisterBValue modes = rtc.Cmos.RegisterB.Read();
        Registers now;
        do
        {
            // An update may begin between two reads: what was read within one second is whole.
            WaitOutUpdate();
            now = ReadOnce();
            WaitOutUpdate();
        }
        while (rtc.Cmos.Seconds.Read() != now.Seconds);

        return Decode(now, modes);
    }

    void WaitOutUpdate() => rtc.Cmos.RegisterA.WaitUntil(Patience, updateInProgress: false);

    Registers ReadOnce()
    {
        CmosWindow cmos = rtc.Cmos;
        return new(
            cmos.Seconds.Read(), cmos.Minutes.Read(), cmos.Hours.Read(),
            cmos.DayOfMonth.Read(), cmos.Month.Read(), cmos.Year.Read(), cmos.Century.Read());
    }

    static DateTime Decode(Registers read, RegisterBValue modes)
    {
        int hour = read.Hours.Hour(modes);
        if (modes.HourMode == HourMode.Hours12)
        {
            hour = (hour % 12) + (read.Hours.Afternoon ? 12 : 0);
        }

        try
        {
            return new DateTime(
                (read.Century * 100) + read.Year, read.Month, read.DayOfMonth, hour, read.Minutes, read.Seconds, DateTimeKind.Unspecified);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new NoDeviceException($"There is no clock at 0x70, or it was never set: its registers hold {read}.");
        }
    }

    readonly record struct Registers(byte Seconds, byte Minutes, HoursValue Hours, byte DayOfMonth, byte Month, byte Year, byte Century);
}
