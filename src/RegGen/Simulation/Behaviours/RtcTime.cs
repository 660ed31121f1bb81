namespace RegGen.Simulation;

/// <summary>What the description of an MC146818 cannot say: the time that its registers show, and what happens while it passes.</summary>
/// <remarks>
/// <example>
/// <code>
/// RtcTime.Attach(backend.Add(Mc146818.Map, Mc146818.Bases.Pc), TimeProvider.System);
/// </code>
/// </example>
/// After the Motorola MC146818A data sheet. The time registers show the local time of the provider, BCD or binary and in 12 or 24 hours as
/// register B says; what is written sets them, from then on with that difference. While <c>Set</c> or a divider reset stops the clock, they are memory.
/// UIP announces updates; register C tells of updates, alarms and periods since it was last read. Daylight saving is the provider's.
/// </remarks>
public sealed class RtcTime
{
    const ulong Set = 0x80, Binary = 0x04, Hours24 = 0x02, Afternoon = 0x80;

    // Data sheet, update cycle: announced 244 us ahead, it takes 1984 us with the slowest time base, else 248 us.
    static readonly TimeSpan s_announced = TimeSpan.FromMicroseconds(244);

    static readonly string[] s_time = ["Seconds", "Minutes", "Hours", "DayOfWeek", "DayOfMonth", "Month", "Year", "Century"];

    readonly SimulatedDevice _rtc;
    readonly TimeProvider _provider;
    readonly string _window;
    readonly RtcFlags _flags;
    TimeSpan _ahead;
    int _weekday;
    ulong _modes, _rates;

    RtcTime(SimulatedDevice rtc, TimeProvider provider, string window)
    {
        (_rtc, _provider, _window) = (rtc, provider, window);
        _flags = new(name => _rtc[window + name], FromBcd);
    }

    /// <summary>
    /// Adds the behaviour to a device whose window has the catalogue's names: <c>Seconds</c> to <c>Century</c>, <c>RegisterA</c> to <c>RegisterD</c> and the
    /// alarms. It begins as a PC's firmware leaves it: valid, running from 32768 Hz, in BCD and 24 hours.
    /// </summary>
    /// <param name="rtc">The device.</param>
    /// <param name="time">Whose local time it shows.</param>
    /// <param name="window">The window that the registers are in.</param>
    /// <exception cref="ArgumentException">A register is missing.</exception>
    public static void Attach(SimulatedDevice rtc, TimeProvider time, string window = "Cmos")
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(window);
        Behaviour.Require(rtc, nameof(RtcTime), window + ".", [.. s_time, "SecondsAlarm", "MinutesAlarm", "HoursAlarm", "RegisterA", "RegisterB", "RegisterC", "RegisterD"]);
        new RtcTime(rtc, time, window + ".").Attach();
    }

    void Attach()
    {
        (this["RegisterA"], this["RegisterB"], this["RegisterD"]) = (0x26, Hours24, 0x80);
        (_rates, _modes) = (this["RegisterA"], this["RegisterB"]);
        foreach (string name in s_time)
        {
            _rtc.On(_window + name).Read(stored => Runs ? Shown(name, Now) : stored).Write(written => Store(name, written));
        }

        _rtc.On(_window + "RegisterA").Read(stored => stored | (IsUpdating(Now) ? 0x80u : 0)).Write(_ => Follow());
        _rtc.On(_window + "RegisterB").Write(written =>
        {
            // Stopping the clock for setting switches the interrupt of updates off.
            this["RegisterB"] = (written & ~_modes & Set) != 0 ? written & ~0x10u : written;
            Follow();
        });
        _rtc.On(_window + "RegisterC").Read(_ =>
        {
            Pass();
            ulong flags = _flags.Take();
            return flags | ((flags & this["RegisterB"] & 0x70) != 0 ? 0x80u : 0);
        });
        _flags.Begin(Now);
    }

    DateTime Now => _provider.GetLocalNow().DateTime + _ahead;

    bool IsDivided => (_rates & 0x70) <= 0x20;

    bool Runs => IsDivided && (_modes & Set) == 0;

    void Pass() => _flags.Pass(Now, Runs, IsDivided);

    ulong this[string register]
    {
        get => _rtc[_window + register];
        set => _rtc[_window + register] = value;
    }

    // Registers A and B have changed: the clock stops, or goes on with what was set meanwhile.
    void Follow()
    {
        bool ran = Runs, held = (_rates & 0x60) == 0x60;
        DateTime now = Now;
        Pass();
        if (ran)
        {
            Keep(now, except: null);
        }

        (_rates, _modes) = (this["RegisterA"], this["RegisterB"]);
        if (Runs && !ran)
        {
            // Half a second after a divider reset comes the first update.
            Start(now, held ? TimeSpan.FromMilliseconds(500) : new TimeSpan(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    void Store(string name, ulong written)
    {
        if (Runs)
        {
            DateTime now = Now;
            Pass();
            Keep(now, except: name);
            this[name] = written;
            Start(now, new TimeSpan(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    void Keep(DateTime now, string? except)
    {
        foreach (string name in s_time)
        {
            if (name != except)
            {
                this[name] = Shown(name, now);
            }
        }
    }

    void Start(DateTime now, TimeSpan fraction)
    {
        DateTime set = Stored() + fraction;
        _ahead += set - now;
        _flags.Begin(set);
        _weekday = ((int)FromBcd(this["DayOfWeek"]) + 6 - (int)set.DayOfWeek) % 7;
    }

    // What is no date is counted on from the nearest that is one.
    DateTime Stored()
    {
        int year = Math.Clamp((int)((FromBcd(this["Century"]) * 100) + FromBcd(this["Year"])), 1, 9000);
        int month = Math.Clamp((int)FromBcd(this["Month"]), 1, 12);
        ulong hour = FromBcd(this["Hours"] & ~Afternoon);
        hour = (_modes & Hours24) != 0 ? hour : (hour % 12) + ((this["Hours"] & Afternoon) != 0 ? 12u : 0);
        return new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(FromBcd(this["DayOfMonth"]) - 1.0).AddHours(hour).AddMinutes(FromBcd(this["Minutes"])).AddSeconds(FromBcd(this["Seconds"]));
    }

    ulong Shown(string name, DateTime now) => name switch
    {
        "Seconds" => ToBcd(now.Second),
        "Minutes" => ToBcd(now.Minute),
        "Hours" when (_modes & Hours24) != 0 => ToBcd(now.Hour),
        "Hours" => ToBcd(now.Hour % 12 == 0 ? 12 : now.Hour % 12) | (now.Hour >= 12 ? Afternoon : 0),
        "DayOfWeek" => ToBcd((((int)now.DayOfWeek + _weekday + 7) % 7) + 1),
        "DayOfMonth" => ToBcd(now.Day),
        "Month" => ToBcd(now.Month),
        "Year" => ToBcd(now.Year % 100),
        _ => ToBcd(now.Year / 100),
    };

    bool IsUpdating(DateTime now) =>
        Runs && now.Ticks % TimeSpan.TicksPerSecond >= TimeSpan.TicksPerSecond - (s_announced + TimeSpan.FromMicroseconds((_rates & 0x70) == 0x20 ? 1984 : 248)).Ticks;

    ulong ToBcd(int number) => (_modes & Binary) != 0 ? (uint)number : (uint)(((number / 10) << 4) | (number % 10));

    ulong FromBcd(ulong raw) => (_modes & Binary) != 0 ? raw : ((raw >> 4) * 10) + (raw & 0x0F);
}
