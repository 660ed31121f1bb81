using static RegGen.Devices.Mc146818;

namespace RegGen.Devices.Tests;

/// <summary>devices/mc146818 against QEMU's clock.</summary>
public sealed class Mc146818Tests
{
    [Fact]
    public void Identity()
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start());

        // MC146818A, register D: only the valid bit can ever be set.
        Assert.Equal(0x80, clock.Cmos.RegisterD.Read().Raw);
    }

    [Fact]
    public void Round_trip()
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start());

        clock.Cmos.RegisterB.Modify(set: true, dataMode: DataMode.Binary);
        clock.Cmos.SecondsAlarm.Write(42);

        Assert.Equal((42, 42), (clock.Cmos.SecondsAlarm.Read(), clock.Cmos.SecondsAlarm.ReadRaw()));
        Assert.Equal(DataMode.Binary, clock.Cmos.RegisterB.Read().DataMode);

        clock.Cmos.RegisterB.Modify(dataMode: DataMode.Bcd);
        clock.Cmos.MinutesAlarm.Write(37);
        clock.Cmos.HoursAlarm.Write(default(HoursAlarmValue).WithHour(11, clock.Cmos.RegisterB.Read()) with { Afternoon = true });

        Assert.Equal((37, 0x37), (clock.Cmos.MinutesAlarm.Read(), clock.Cmos.MinutesAlarm.ReadRaw()));
        Assert.Equal(0x91, clock.Cmos.HoursAlarm.Read().Raw);
        clock.Cmos.SecondsAlarm.WriteRaw(0xC0);
        Assert.Equal(0xC0, clock.Cmos.SecondsAlarm.ReadRaw());
    }

    [Theory]
    [InlineData(false, 0x59)]
    [InlineData(true, 59)]
    public void The_clock_is_read_and_set_as_its_mode_says(bool isBinary, int raw)
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start("-rtc", "base=2026-11-22T13:14:15,clock=vm"));
        CmosWindow cmos = clock.Cmos;

        // The machine's firmware has not run, so that the clock is as QEMU sets it: BCD, 24 hours, a Sunday.
        RegisterBValue modes = cmos.RegisterB.Read();
        Assert.Equal((13, 14, 15), (cmos.Hours.Read().Hour(modes), cmos.Minutes.Read(), cmos.Seconds.Read()));
        Assert.Equal((20, 26, 11, 22, 1), (cmos.Century.Read(), cmos.Year.Read(), cmos.Month.Read(), cmos.DayOfMonth.Read(), cmos.DayOfWeek.Read()));

        cmos.RegisterB.Modify(set: true, dataMode: isBinary ? DataMode.Binary : DataMode.Bcd);
        cmos.Seconds.Write(59);
        Assert.Equal((59, raw), (cmos.Seconds.Read(), cmos.Seconds.ReadRaw()));
        Assert.Throws<ArgumentOutOfRangeException>(() => cmos.Seconds.Write(60));
        Assert.Throws<ArgumentOutOfRangeException>(() => cmos.Month.Write(0));
    }
}
