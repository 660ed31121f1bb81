using RegGen.Backends;
using RegGen.Simulation;
using static RegGen.Devices.Mc146818;

namespace RegGen.Devices.Tests;

/// <summary>The ready behaviour for simulated clocks, by the MC146818A data sheet.</summary>
public sealed class RtcTimeTests
{
    readonly Watch _watch = new();

    [Fact]
    public void It_shows_the_time_of_its_provider()
    {
        using Mc146818 clock = Simulated();
        CmosWindow cmos = clock.Cmos;
        RegisterBValue modes = cmos.RegisterB.Read();

        Assert.Equal((20, 26, 11, 22, 1), (cmos.Century.Read(), cmos.Year.Read(), cmos.Month.Read(), cmos.DayOfMonth.Read(), cmos.DayOfWeek.Read()));
        Assert.Equal((13, 14, 15), (cmos.Hours.Read().Hour(modes), cmos.Minutes.Read(), cmos.Seconds.Read()));
        _watch.Pass(TimeSpan.FromHours(11));
        Assert.Equal((23, 2, 0), (cmos.DayOfMonth.Read(), cmos.DayOfWeek.Read(), cmos.Hours.Read().Hour(modes)));
    }

    // Register B, 24/12: PM is bit 7 of the hours; table 2 has 12 AM as 12h, and 12 PM as 92h.
    [Theory]
    [InlineData(0, 0x12)]
    [InlineData(1, 0x01)]
    [InlineData(12, 0x92)]
    [InlineData(23, 0x91)]
    public void In_12_hours_the_highest_bit_is_the_afternoon(int hour, byte shown)
    {
        using Mc146818 clock = Simulated();
        clock.Cmos.RegisterB.Modify(hourMode: HourMode.Hours12);
        _watch.Pass(TimeSpan.FromHours((24 + hour - 13) % 24));
        Assert.Equal(shown, clock.Cmos.Hours.Read().Raw);
    }

    [Fact]
    public void Set_stops_the_clock_and_what_was_written_goes_on()
    {
        using Mc146818 clock = Simulated();
        CmosWindow cmos = clock.Cmos;
        cmos.RegisterB.Modify(set: true, dataMode: DataMode.Binary, updateInterrupt: true);

        // Register B, UIE: setting Set clears it.
        Assert.False(cmos.RegisterB.Read().UpdateInterrupt);
        cmos.Century.Write(20);
        cmos.Year.Write(28);
        cmos.Month.Write(2);
        cmos.DayOfMonth.Write(28);
        cmos.Hours.Write(new HoursValue(23));
        cmos.Minutes.Write(59);
        cmos.Seconds.Write(58);
        _watch.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(58, cmos.Seconds.Read());

        cmos.RegisterB.Modify(set: false);
        _watch.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal((29, 2, 0, 0, 0), (cmos.DayOfMonth.Read(), cmos.Month.Read(), cmos.Hours.Read().Raw, cmos.Minutes.Read(), cmos.Seconds.Read()));
    }

    // Figure 14 and register A, UIP: set 244 us before an update and while it lasts, 1984 us by 32.768 kHz.
    [Theory]
    [InlineData(997_700, false)]
    [InlineData(997_800, true)]
    [InlineData(999_999, true)]
    [InlineData(1_000_000, false)]
    public void An_update_is_announced(int microseconds, bool isUpdating)
    {
        using Mc146818 clock = Simulated();
        _watch.Pass(TimeSpan.FromMicroseconds(microseconds));
        Assert.Equal(isUpdating, clock.Cmos.RegisterA.Read().UpdateInProgress);
    }

    [Fact]
    public void Register_C_tells_what_has_happened()
    {
        using Mc146818 clock = Simulated();
        CmosWindow cmos = clock.Cmos;
        cmos.RegisterA.Modify(rate: Rate.None);
        cmos.SecondsAlarm.WriteRaw(0x17);
        cmos.MinutesAlarm.WriteRaw(0xC0);
        cmos.HoursAlarm.Write(new HoursAlarmValue(0x13));
        Assert.Equal(0x00, cmos.RegisterC.Read().Raw);

        _watch.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(0x10, cmos.RegisterC.Read().Raw);
        Assert.Equal(0x00, cmos.RegisterC.Read().Raw);
        cmos.RegisterB.Modify(alarmInterrupt: true);
        _watch.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(0xB0, cmos.RegisterC.Read().Raw);
        cmos.RegisterA.Modify(rate: Rate.Hz1024);
        _watch.Pass(TimeSpan.FromMilliseconds(0.9));
        Assert.Equal(0x00, cmos.RegisterC.Read().Raw);
        _watch.Pass(TimeSpan.FromMilliseconds(0.1));
        Assert.Equal(0x40, cmos.RegisterC.Read().Raw);
    }

    [Fact]
    public void Another_device_is_refused_by_name()
    {
        SimulatedDevice uart = new SimulatedBackend().Add(Uart16550.Map, 0x2F8);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => RtcTime.Attach(uart, _watch));
        Assert.StartsWith("Uart16550 has no register Cmos.Seconds, which RtcTime needs.", refused.Message, StringComparison.Ordinal);
    }

    Mc146818 Simulated()
    {
        var backend = new SimulatedBackend();
        RtcTime.Attach(backend.Add(Map, Bases.Pc), _watch);
        return Open(Bases.Pc, backend);
    }

    sealed class Watch : TimeProvider
    {
        DateTimeOffset _now = new(2026, 11, 22, 13, 14, 15, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}
