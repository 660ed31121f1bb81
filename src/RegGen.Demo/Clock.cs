using static RegGen.Demo.Mc146818;

namespace RegGen.Demo;

/// <summary>Reads the date and time of an MC146818 clock: waits out updates, takes BCD or binary and 12 or 24 hours as the chip is set.</summary>
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
        Registers now, again;
        do
        {
            // An update may begin between two reads: what was read twice alike is whole.
            now = ReadOnce();
            again = ReadOnce();
        }
        while (now != again);

        return Decode(now, modes);
    }

    Registers ReadOnce()
    {
        CmosWindow cmos = rtc.Cmos;
        cmos.RegisterA.WaitUntil(Patience, updateInProgress: false);
        return new(
            cmos.Seconds.Read(), cmos.Minutes.Read(), cmos.Hours.Read(),
            cmos.DayOfMonth.Read(), cmos.Month.Read(), cmos.Year.Read(), cmos.Century.Read());
    }

    static DateTime Decode(Registers raw, RegisterBValue modes)
    {
        bool binary = modes.DataMode == DataMode.Binary;
        int hour = Number((byte)(raw.Hours & 0x7F), binary);
        if (modes.HourMode == HourMode.Hours12)
        {
            bool afternoon = (raw.Hours & 0x80) != 0;
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        int year = (Number(raw.Century, binary) * 100) + Number(raw.Year, binary);
        try
        {
            return new DateTime(
                year, Number(raw.Month, binary), Number(raw.DayOfMonth, binary), hour, Number(raw.Minutes, binary), Number(raw.Seconds, binary),
                DateTimeKind.Unspecified);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new NoDeviceException($"There is no clock at 0x70, or it was never set: its registers hold {raw}.");
        }
    }

    static int Number(byte raw, bool binary) => binary ? raw : ((raw >> 4) * 10) + (raw & 0x0F);

    readonly record struct Registers(byte Seconds, byte Minutes, byte Hours, byte DayOfMonth, byte Month, byte Year, byte Century);
}
