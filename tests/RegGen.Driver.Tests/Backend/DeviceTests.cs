using RegGen.Backends;
using RegGen.Claims;
using RegGen.Simulation;
using RegGen.Tracing;

namespace RegGen.Driver.Tests.Backend;

/// <summary>Generated devices through the driver: a compound access is one transition, and a refusal names the register.</summary>
[Collection(nameof(CoreDriver))]
public sealed class DeviceTests : IDisposable
{
    static readonly Dictionary<string, Action<Uart16550, Mc146818>> s_compound = new()
    {
        { "a window: index, data", (_, rtc) => rtc.Cmos.Seconds.Write(0x12) },
        { "a window, read", (_, rtc) => rtc.Cmos.Minutes.Read() },
        { "modify", (uart, _) => uart.Mcr.Modify(loop: true) },
        { "modify in a window", (_, rtc) => rtc.Cmos.RegisterB.Modify(squareWave: true) },
        { "a bank: select, access, restore", (uart, _) => uart.Divisor.Write(12) },
        { "a bank, read", (uart, _) => uart.Divisor.Read() },
        { "a poll", (uart, _) => uart.Lsr.WaitUntil(TimeSpan.FromMilliseconds(10), holdingEmpty: true) },
    };

    readonly SimulatedBackend _machine = new();
    readonly PortBus _bus;
    readonly DriverBackend _driver;

    public DeviceTests()
    {
        UartLoopback.Attach(_machine.Add(Uart16550.Map, Uart16550.Bases.Com2));
        _machine.Add(Mc146818.Map, Mc146818.Bases.Pc);
        _driver = new CoreDriver(_machine, new PortRange(0x70, 0x71), new PortRange(0x2F8, 0x2FF)).Backend();
        _bus = PortBus.Open(_driver, Uart16550.Claim(Uart16550.Bases.Com2), Mc146818.Claim());
    }

    public void Dispose()
    {
        _bus.Dispose();
        _machine.Dispose();
    }

    public static TheoryData<string> Compound => [.. s_compound.Keys];

    [Theory]
    [MemberData(nameof(Compound))]
    public void A_compound_access_is_one_transition(string what)
    {
        long before = _driver.Transitions;
        s_compound[what](new(_bus, Uart16550.Bases.Com2), new(_bus));
        Assert.Equal(1, _driver.Transitions - before);
    }

    /// <summary>The example of <see cref="PortBus.Run"/>.</summary>
    [Fact]
    public void A_program_of_ones_own_is_one_transition()
    {
        new Mc146818(_bus).Cmos.RegisterB.Write(new Mc146818.RegisterBValue(0x04));
        new Mc146818(_bus).Cmos.Seconds.Write(42);
        PortOperation[] program =
        [
            PortOperation.Out(0x70, PortWidth.Bits8, 0x0A),
            PortOperation.In(0x71, PortWidth.Bits8),
            PortOperation.Branch(1, from: 1, keep: 0x80, value: 0x80, time: TimeSpan.FromMilliseconds(3)),
            PortOperation.Out(0x70, PortWidth.Bits8, 0x00),
            PortOperation.In(0x71, PortWidth.Bits8),
        ];
        long before = _bus.Transitions;
        _bus.Run(program);
        Assert.Equal((42UL, 1), (program[4].Result, _bus.Transitions - before));
    }

    [Fact]
    public void A_trace_shows_which_accesses_were_one_transition()
    {
        List<TraceLine> lines = [];
        using IDisposable trace = _bus.TraceLines(lines.Add, [new("COM2", Uart16550.Map, Uart16550.Bases.Com2), new("RTC", Mc146818.Map, Mc146818.Bases.Pc)]);
        Uart16550 uart = new(_bus, Uart16550.Bases.Com2);
        uart.Divisor.Write(12);
        uart.Scr.Write(0x55);
        new Mc146818(_bus).Cmos.RegisterA.Read();

        Assert.Equal(
            ["COM2.LCR 1", "COM2.LCR 1", "COM2.DLL 1", "COM2.DLM 1", "COM2.LCR 1", "COM2.SCR 2", "RTC.INDEX 3", "RTC.Cmos.RegisterA 3"],
            lines.Select(line => $"{line.Place.Split('[')[0]} {line.Transition - lines[0].Transition + 1}"));
    }

    /// <summary>Whatever the way to the ports: the register, by what was selected before.</summary>
    [Fact]
    public void A_refusal_names_the_register()
    {
        using PortBus bus = PortBus.Open(new RefusingBackend(0x71, 0x2F9, 0x2FD), Uart16550.Claim(Uart16550.Bases.Com2), Mc146818.Claim());
        Uart16550 uart = new(bus, Uart16550.Bases.Com2);
        Assert.Equal("Mc146818.Cmos.RegisterA", Register(() => new Mc146818(bus).Cmos.RegisterA.Read()));
        Assert.Equal("Uart16550.LSR", Register(() => uart.Lsr.Read()));
        Assert.Equal("Uart16550.IER", Register(() => uart.Ier.Write()));
        Assert.Equal("Uart16550.DLM", Register(() => uart.Divisor.Write(0x1234)));
    }

    static string? Register(Action access)
    {
        PortAccessException refused = Assert.Throws<PortAccessException>(access);
        Assert.Contains($"ing {refused.Register} at port 0x", refused.Message, StringComparison.Ordinal);
        return refused.Register;
    }

    /// <summary>Zeros, and a refusal at some ports.</summary>
    sealed class RefusingBackend(params ushort[] ports) : PortBackend
    {
        public override string Name => "refusing";

        public override void Grant(PortClaim claim)
        {
        }

        public override uint Read(ushort port, PortWidth width) => Allowed(new(false, port, width, 0)).Value;

        public override void Write(ushort port, PortWidth width, uint value) => Allowed(new(true, port, width, value));

        PortAccess Allowed(PortAccess access) => ports.Contains(access.Port)
            ? throw new PortAccessException(PortRefusal.Transport, access, "it is a test.", "None.")
            : access;
    }
}
