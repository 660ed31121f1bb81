using RegGen.Backends;
using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>MC146818: QEMU's mc146818rtc. Its time stands while the machine is stopped, and begins where the simulated one does.</summary>
static class RtcPlan
{
    // Numbers that mean the same moment, or at least one, in BCD and in binary.
    static readonly uint[] s_sixty = [.. Numbers(0, 0x39)], s_hours = [.. Numbers(1, 0x12)], s_days = [.. Numbers(1, 0x19)];
    static readonly uint[] s_years = [.. Numbers(0, 0x63)], s_weekdays = [.. Numbers(1, 7)];
    static readonly uint[] s_months = [.. Numbers(1, 0x12)], s_centuries = [0x20, 0x21], s_binaryMonths = [.. Enumerable.Range(1, 12).Select(number => (uint)number)], s_binaryCenturies = [20, 21];

    public static DevicePlan Plan { get; } = new("mc146818", Mc146818.Map, Mc146818.Bases.Pc, "-rtc", "base=2026-11-22T13:14:15,clock=vm")
    {
        SetUp = static (rtc, qemu) =>
        {
            foreach ((string name, int at) in Mc146818.Map.Windows[0].Registers.Select(register => ($"Cmos.{register.Name}", register.Address)).Where(cell => cell.Item2 != 0x37))
            {
                // QEMU's PC describes itself in the memory.
                qemu.Write(0x70, PortWidth.Bits8, (uint)at);
                rtc[name] = qemu.Read(0x71, PortWidth.Bits8);
            }

            qemu.Write(0x70, PortWidth.Bits8, 0);
            RtcTime.Attach(rtc, new StandingTime());
        },
        Accesses = 40_000,
        Values = new Dictionary<ushort, uint[]> { [0x70] = [0, 2, 4, 4, 6, 7, 8, 9, 10, 11, 11, 12, 13, 0x32] },
        Limits =
        [
            Limit.Never("Cmos.UpperRam[4]", "Index 37h is the century of a PS/2, and QEMU's other name of that at 32h."),
            Only("Cmos.Seconds", s_sixty), Only("Cmos.Minutes", s_sixty), Only("Cmos.DayOfWeek", s_weekdays), Only("Cmos.DayOfMonth", s_days),
            Only("Cmos.Year", s_years),
            new("Cmos.Month", "Only what is a time.") { Write = static (rtc, value) => Nearest(value, Months(rtc["Cmos.RegisterB"])) },
            new("Cmos.Century", "Only what is a time, and one that QEMU counts right: in nanoseconds from 1970 on.") { Write = static (rtc, value) => Nearest(value, Centuries(rtc["Cmos.RegisterB"])) },
            new("Cmos.Hours", "Only what is a time.") { Write = static (_, value) => Nearest(value & 0x7F, s_hours) | (value & 0x80) },
            new("Cmos.RegisterA", "Of the dividers, the others are for tests.") { Write = static (_, value) => (value & 0x70) is >= 0x30 and <= 0x50 ? (value & ~0x70u) | 0x20 : value },
            new("Cmos.RegisterB", "A change of mode converts nothing: the time is set anew after it, while Set is on.")
            {
                Write = static (rtc, value) =>
                {
                    uint modes = (uint)rtc["Cmos.RegisterB"] & 6;
                    return (value & 0x80) != 0 ? value
                        : Months(modes).Contains((uint)rtc["Cmos.Month"]) && Centuries(modes).Contains((uint)rtc["Cmos.Century"]) ? (value & ~6u) | modes : value | 0x80;
                },
            },
        ],
        Differences =
        [
            new("Cmos.DayOfWeek", 0x07, "QEMU computes it from the date; the chip only counts it on: MC146818A, time registers."),
            new("Cmos.RegisterB", 0x10, "QEMU clears UIE at each write of Set, the chip when it goes high: MC146818A, register B.") { When = static rtc => (rtc["Cmos.RegisterB"] & 0x90) == 0x90 },
        ],
    };

    static Limit Only(string register, uint[] numbers) => new(register, "Only what is a time.") { Write = (_, value) => Nearest(value, numbers) };

    static uint[] Months(ulong modes) => (modes & 4) != 0 ? s_binaryMonths : s_months;

    static uint[] Centuries(ulong modes) => (modes & 4) != 0 ? s_binaryCenturies : s_centuries;

    static uint Nearest(uint value, uint[] numbers) => numbers.Contains(value) ? value : numbers[value % numbers.Length];

    static IEnumerable<uint> Numbers(int first, int last) => Enumerable.Range(first, last - first + 1).Where(number => (number & 0x0F) <= 9).Select(number => (uint)number);

    sealed class StandingTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 13, 14, 15, TimeSpan.Zero);
    }
}
