using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Simulation;

public sealed class DeviceStateTests : IDisposable
{
    readonly SimulatedBackend _backend = new();
    readonly SimulatedDevice _uart, _cmos;
    readonly PortBus _bus;

    public DeviceStateTests()
    {
        _uart = _backend.Add(SampleMaps.Uart, 0x2F8);
        _cmos = _backend.Add(SampleMaps.Cmos, 0x70);
        _bus = PortBus.Open(_backend, SampleUart.Claim(0x2F8), SampleCmos.Claim(), PortClaim.At("Counter", 0x340, (0, 1)));
    }

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void A_state_comes_back_as_it_was()
    {
        _bus.Out8(0x2FB, 0x83);
        _bus.Out8(0x2F8, 0x0C);
        _cmos["Cmos.Seconds"] = 0x30;
        DeviceState uart = _uart.Save(), cmos = _cmos.Save();
        _bus.Out8(0x2F8, 0x01);
        _bus.Out8(0x2FB, 0x00);
        _cmos["Cmos.Seconds"] = 0x31;
        _uart.Load(uart);
        _cmos.Load(cmos);

        // The bank is selected again, too.
        Assert.Equal(0x0C, _bus.In8(0x2F8));
        Assert.Equal((0x83ul, 0x30ul), (_uart["LCR"], _cmos["Cmos.Seconds"]));
        Assert.Empty(_uart.Save().DifferencesFrom(uart));
    }

    [Fact]
    public void What_differs_is_told_with_its_fields()
    {
        DeviceState before = _uart.Save();
        _bus.Out8(0x2FF, 0x55);
        _bus.Out8(0x2FB, 0x83);
        Assert.Equal(["LCR 0x00 -> 0x83 WordLength=Eight Dlab=1", "SCR 0x00 -> 0x55"], _uart.Save().DifferencesFrom(before).Select(difference => difference.ToString()));
    }

    [Fact]
    public void A_state_goes_through_text()
    {
        _uart.On("RBR").Enqueue(1, 2);
        _bus.Out8(0x2FB, 0x83);
        string json = _uart.Save().ToJson();
        Assert.Contains("\n    \"LCR\": \"0x83\",\n", json, StringComparison.Ordinal);
        Assert.Contains("\n    \"queue RBR\": \"0x1 0x2\"\n", json, StringComparison.Ordinal);
        _uart.Reset();
        _uart.Load(DeviceState.Parse(json, SampleMaps.Uart));
        _bus.Out8(0x2FB, 0x03);
        Assert.Equal((1, 2), (_bus.In8(0x2F8), _bus.In8(0x2F8)));
    }

    [Fact]
    public void Reset_brings_back_what_it_began_with()
    {
        _bus.Out8(0x2FB, 0x83);
        _bus.Out8(0x2F8, 0x0C);
        _uart.Reset();
        Assert.Equal((0ul, 0ul, 0x60ul), (_uart["LCR"], _uart["DLL"], _uart["LSR"]));
        _bus.Out8(0x2F8, 0x41);
        Assert.Equal(0u, _uart["DLL"]);
    }

    [Fact]
    public void Half_of_a_transfer_is_part_of_the_state()
    {
        SimulatedDevice counter = _backend.Add(Counter, 0x340);
        _bus.Out8(0x340, 0x34);
        DeviceState half = counter.Save();
        _bus.Out8(0x340, 0x12);
        Assert.Equal(0x1234u, counter["COUNT"]);
        counter.Load(half);
        _bus.Out8(0x340, 0x56);
        Assert.Equal(0x5634u, counter["COUNT"]);
    }

    [Fact]
    public void A_state_of_another_description_is_refused()
    {
        Assert.Equal("The state is of a SampleUart, not of a SampleCmos.", Assert.Throws<ArgumentException>(() => _cmos.Load(_uart.Save())).Message);
        DeviceMap changed = SampleMaps.Uart with { Registers = [.. SampleMaps.Uart.Registers.Skip(1)] };
        Assert.Equal("The state is of another description of SampleUart: registers or fields have changed since. Save it again.",
            Assert.Throws<ArgumentException>(() => DeviceState.Parse(_uart.Save().ToJson(), changed)).Message);
    }

    [Theory]
    [InlineData("", "It is no JSON: ")]
    [InlineData("[]", "It is no JSON object.")]
    [InlineData("{}", "\"reggen\" is missing.")]
    [InlineData("""{"reggen":"recording","version":1}""", "It is \"recording\" of version 1; this library reads \"state\" up to version 1.")]
    [InlineData("""{"reggen":"state","version":2}""", "It is \"state\" of version 2; this library reads \"state\" up to version 1.")]
    public void What_is_no_state_is_refused(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => DeviceState.Parse(json, SampleMaps.Uart)).Message, StringComparison.Ordinal);

    static DeviceMap Counter => new("Counter", PortClaim.At("Counter", 0, (0, 1)))
    {
        Registers = [new("COUNT", 0, 16, Access.Rw) { Transfer = new(8, HighFirst: false) }],
    };
}
