using RegGen.Backends;
using RegGen.Guards;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Guards;

public sealed class ReadOnlyTests : IDisposable
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8), Rtc = new("RTC", SampleMaps.Cmos, 0x70);

    readonly SimulatedBackend _backend = new();
    readonly List<PortAccess> _done = [];

    public ReadOnlyTests()
    {
        _backend.Add(SampleMaps.Uart, 0x2F8);
        _backend.Add(SampleMaps.Cmos, 0x70)["Cmos.Seconds"] = 0x30;
    }

    public void Dispose() => _backend.Dispose();

    [Fact]
    public void Reads_go_through_and_writes_do_not()
    {
        using PortBus bus = Open(Com2, Rtc);
        Assert.Equal(0x60, bus.In8(0x2FD));
        var refusal = Assert.Throws<PortAccessException>(() => bus.Out8(0x2FF, 0x55));
        Assert.Equal(PortRefusal.ReadOnly, refusal.Reason);
        Assert.Equal("Writing port 0x2FF (8 bits) was refused: The bus is read-only, and this would write 0x55 to COM2.SCR. Open the bus without the read-only backend to write.", refusal.Message);
        Assert.Equal([new(false, 0x2FD, PortWidth.Bits8, 0x60)], _done);
    }

    [Fact]
    public void What_selects_is_written_for_reading()
    {
        using PortBus bus = Open(Com2, Rtc);
        Assert.Equal(0x30, new SampleCmos(bus).Seconds.Read());
        Assert.Equal(0x00, new SampleUart(bus, 0x2F8).DllRestored.Read());
    }

    [Fact]
    public void A_compound_access_is_refused_before_its_first_write()
    {
        using PortBus bus = Open(Com2, Rtc);
        var uart = new SampleUart(bus, 0x2F8);
        Assert.Throws<PortAccessException>(() => uart.Divisor.Write(12));
        Assert.Throws<PortAccessException>(() => new SampleCmos(bus).Seconds.Write(0));
        Assert.Throws<PortAccessException>(() => uart.Lcr.Modify(SampleUart.LcrValue.Eight));
        Assert.DoesNotContain(_done, access => access.IsWrite);
    }

    [Fact]
    public void Other_bits_of_a_selecting_register_are_no_selection()
    {
        using PortBus bus = Open(Com2, Rtc);
        bus.Out8(0x2FB, 0x80);
        Assert.Throws<PortAccessException>(() => bus.Out8(0x2FB, 0x03));
        bus.Out8(0x2FB, 0x00);
        Assert.Throws<PortAccessException>(() => bus.Out8(0x70, 0x80));
        bus.Out8(0x70, 0x0B);
    }

    [Fact]
    public void Of_devices_that_are_not_named_nothing_is_written()
    {
        using PortBus bus = Open(Com2);
        var refusal = Assert.Throws<PortAccessException>(() => new SampleCmos(bus).Seconds.Read());
        Assert.Contains("Name the device of the port where the read-only backend is made", refusal.Remedy, StringComparison.Ordinal);
        using PortBus blind = Open();
        Assert.Throws<PortAccessException>(() => blind.Out8(0x2FB, 0x80));
        Assert.Equal(0x60, blind.In8(0x2FD));
    }

    [Fact]
    public void Blocks_are_seen_value_by_value()
    {
        using PortBus bus = Open(Com2);
        byte[] values = new byte[3];
        bus.InBlock<byte>(0x2FD, values);
        Assert.Equal([0x60, 0x60, 0x60], values);
        Assert.Throws<PortAccessException>(() => bus.OutBlock<byte>(0x2FF, [1, 2]));
    }

    [Fact]
    public void Reads_with_an_effect_can_be_refused_too()
    {
        using PortBus bus = Bus(new ReadOnlyBackend(Hooked(), Com2, Rtc) { RefusesReadEffects = true });
        Assert.Equal("The bus refuses reads that change something, and reading COM2.LSR clears bits.", Assert.Throws<PortAccessException>(() => bus.In8(0x2FD)).Cause);
        Assert.Equal("The bus refuses reads that change something, and reading COM2.RBR takes from a queue.", Assert.Throws<PortAccessException>(() => bus.In8(0x2F8)).Cause);
        Assert.Equal(0x00, bus.In8(0x2FF));
        bus.Out8(0x70, 0x0C);
        Assert.Throws<PortAccessException>(() => bus.In8(0x71));
    }

    [Fact]
    public void The_bus_says_what_it_is() => Assert.Equal("hooked, read-only", Open(Com2).BackendName);

    PortBus Open(params TracedDevice[] devices) => Bus(new ReadOnlyBackend(Hooked(), devices));

    HookedBackend Hooked() => new(_backend) { After = _done.Add };

    static PortBus Bus(PortBackend backend) => PortBus.Open(backend, SampleUart.Claim(0x2F8), SampleCmos.Claim());
}
