using RegGen.Backends;
using RegGen.Simulation;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Simulation;

/// <summary>Hooks by the driver's own handles.</summary>
public sealed class TypedHookTests : IDisposable
{
    readonly SimulatedBackend _backend = new();
    readonly SimulatedDevice _sim, _clock;
    readonly PortBus _bus;
    readonly SampleUart _uart;
    readonly SampleCmos _cmos;

    public TypedHookTests()
    {
        _sim = _backend.Add(SampleMaps.Uart, 0x2F8);
        _clock = _backend.Add(SampleMaps.Cmos, 0x70);
        _bus = PortBus.Open(_backend, SampleUart.Claim(0x2F8), SampleCmos.Claim());
        (_uart, _cmos) = (new(_bus, 0x2F8), new(_bus));
    }

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void A_handle_means_the_register_that_its_access_reaches()
    {
        Assert.Equal(
            ["RBR", "THR", "DLL", "LCR", "FCR", "LSR", "INDEX", "Seconds", "RegisterB"],
            [
                _sim.On(_uart.Rbr).Untyped.Map.Name, _sim.On(_uart.Thr).Untyped.Map.Name, _sim.On(_uart.Dll).Untyped.Map.Name, _sim.On(_uart.Lcr).Untyped.Map.Name,
                _sim.On(_uart.Fcr).Untyped.Map.Name, _sim.On(_uart.Lsr).Untyped.Map.Name, _clock.On(_cmos.Index).Untyped.Map.Name,
                _clock.On(_cmos.Seconds).Untyped.Map.Name, _clock.On(_cmos.RegisterB).Untyped.Map.Name,
            ]);
    }

    [Fact]
    public void Looking_a_register_up_accesses_nothing()
    {
        List<PortAccess> seen = [];
        using IDisposable observing = _bus.Observe(seen.Add);
        _sim.On(_uart.Dll);
        _clock.On(_cmos.Seconds);
        Assert.Empty(seen);
    }

    [Fact]
    public void Hooks_get_and_give_values()
    {
        List<int> lengths = [];
        _sim.On(_uart.Lcr).Write(line => lengths.Add(line.WordLength)).Read(line => line with { WordLength = 1 });
        _uart.Lcr.Write(new(0x83));
        Assert.Equal([3], lengths);
        Assert.Equal(1, _uart.Lcr.Read().WordLength);
        Assert.Equal(new SampleUart.LcrValue(0x83), _sim.On(_uart.Lcr).Value);
    }

    [Fact]
    public void What_is_sent_can_be_received()
    {
        _sim.On(_uart.Thr).Write(sent => _sim.On(_uart.Rbr).Enqueue(sent));
        _uart.Thr.Write(0x41);
        _uart.Thr.Write(0x42);
        Assert.Equal((0x41, 0x42), (_uart.Rbr.Read(), _uart.Rbr.Read()));
    }

    [Fact]
    public void A_handle_of_no_register_of_the_device_is_refused()
    {
        using var other = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x3F8));
        Assert.Equal("The register is of a device at 0x3F8; this is SampleUart at 0x2F8. (Parameter 'handle')",
            Assert.Throws<ArgumentException>(() => _sim.On(new SampleUart(other, 0x3F8).Lcr)).Message);
        Assert.Equal("A joined value is several registers: give hooks to each of them. (Parameter 'handle')",
            Assert.Throws<ArgumentException>(() => _sim.On(_uart.Divisor)).Message);
    }
}
