using RegGen.Testing;
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
        Assert.True(clock.Identify());
        Assert.False(TryOpen(0x240, out _, out string? difference, Machine.Start()));
        Assert.Equal("Cmos.RegisterD.Zero == 0 does not hold: it is 0x7F.", difference);
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

    [Fact]
    public void The_registers_and_the_memory_keep_what_is_written()
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start());
        CmosWindow cmos = clock.Cmos;

        cmos.RegisterA.Modify(rate: Rate.Hz1024, divider: Divider.Hz32768);
        cmos.RegisterB.Modify(set: true, hourMode: HourMode.Hours12, dataMode: DataMode.Binary, alarmInterrupt: true, periodicInterrupt: false, daylightSaving: true);

        // 37h apart, where a PS/2 has the century, and QEMU that of 32h.
        int[] upper = [.. Enumerable.Range(0, cmos.UpperRam.Count).Where(i => i != 0x37 - 0x33)];
        for (int i = 0; i < cmos.Ram.Count; i++)
        {
            cmos.Ram[i].Write((byte)(i * 7));
        }

        foreach (int i in upper)
        {
            cmos.UpperRam[i].Write((byte)(i * 3));
        }

        cmos.Century.WriteRaw(0xC5);
        Assert.Equal((Rate.Hz1024, Divider.Hz32768), (cmos.RegisterA.Read().Rate, cmos.RegisterA.Read().Divider));
        Assert.Equal(0xA5, cmos.RegisterB.Read().Raw);
        Assert.Equal(Enumerable.Range(0, 36).Select(i => (byte)(i * 7)), cmos.Ram.Select(cell => cell.Read()));
        Assert.Equal(upper.Select(i => (byte)(i * 3)), upper.Select(i => cmos.UpperRam[i].Read()));
        Assert.Equal((0xC5, 0xC5), (cmos.Century.ReadRaw(), cmos.ReadRaw(0x32)));
        Assert.Equal((0x31, 0x7F), (0x0E + cmos.Ram.Count - 1, 0x33 + cmos.UpperRam.Count - 1));
        Assert.Equal(0, cmos.RegisterC.Read().Raw & 0x0F);
    }

    [Fact]
    public void The_gate_of_the_NMI_stays_as_it_is()
    {
        ScriptedBackend script = new ScriptedBackend().Writes(0x70, 0x80).Writes(0x70, 0x8D).Reads(0x71, 0x80);
        using (Mc146818 clock = Open(Bases.Pc, script))
        {
            clock.Index.Modify(nmiDisable: true);
            Assert.True(clock.Cmos.RegisterD.Read().Valid);
        }

        script.Finish();
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
