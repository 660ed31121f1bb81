using RegGen.Simulation;

namespace RegGen.Demo.Simulation;

/// <summary>A clock that shows the local time as a PC's does: BCD, 24 hours.</summary>
static class SimulatedClock
{
    public static void Attach(SimulatedDevice rtc, TimeProvider time)
    {
        rtc["Cmos.RegisterA"] = 0x26;
        rtc["Cmos.RegisterB"] = 0x02;
        rtc["Cmos.RegisterD"] = 0x80;
        Show("Seconds", now => now.Second);
        Show("Minutes", now => now.Minute);
        Show("Hours", now => now.Hour);
        Show("DayOfWeek", now => (int)now.DayOfWeek + 1);
        Show("DayOfMonth", now => now.Day);
        Show("Month", now => now.Month);
        Show("Year", now => now.Year % 100);
        Show("Century", now => now.Year / 100);

        void Show(string register, Func<DateTimeOffset, int> part) => rtc.On($"Cmos.{register}").Read(_ => Bcd(part(time.GetLocalNow())));
    }

    static uint Bcd(int number) => (uint)(((number / 10) << 4) | (number % 10));
}
