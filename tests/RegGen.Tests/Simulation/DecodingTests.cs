using RegGen.Backends;
using RegGen.Claims;
using RegGen.Simulation;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Simulation;

/// <summary>Devices that do not look at the whole address.</summary>
public sealed class DecodingTests : IDisposable
{
    readonly SimulatedBackend _backend = new();
    readonly PortBus _bus;

    public DecodingTests() => _bus = PortBus.Open(_backend, PortClaim.At("All", 0, (0, 0xFFFF)));

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void An_ISA_card_answers_again_every_0x400_ports()
    {
        _backend.Add(SampleMaps.Uart, new SimulatedPlace(0x2F8) { AddressLines = 10 });
        _bus.Out8(0x6FF, 0x55);
        Assert.Equal((0x55, 0x55, 0x55, 0xFF), (_bus.In8(0x2FF), _bus.In8(0xFEFF), _bus.In8(0x6FF), _bus.In8(0x3FF)));
        Assert.Equal("0x2F8-0x2FF", string.Join(", ", _backend.Devices[0].Claim.Ranges));
    }

    [Fact]
    public void A_device_may_answer_at_named_places_too()
    {
        _backend.Add(SampleMaps.Cmos, new SimulatedPlace(0x70) { Mirrors = [0x72] });
        _bus.Out8(0x72, 0x0B);
        _bus.Out8(0x71, 0x06);
        Assert.Equal(0x06, _bus.In8(0x73));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mirror_gives_way_to_a_device_of_its_own_place(bool mirrorFirst)
    {
        if (mirrorFirst)
        {
            _backend.Add(SampleMaps.Uart, new SimulatedPlace(0x2F8) { AddressLines = 10 });
        }

        SimulatedDevice other = _backend.Add(SampleMaps.Uart, 0x6F8);
        if (!mirrorFirst)
        {
            _backend.Add(SampleMaps.Uart, new SimulatedPlace(0x2F8) { AddressLines = 10 });
        }

        _bus.Out8(0x6FF, 0x55);
        _bus.Out8(0xAFF, 0x66);
        Assert.Equal((0x55ul, (byte)0x66), (other["SCR"], _bus.In8(0x2FF)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Address_lines_are_1_to_16(int lines) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _backend.Add(SampleMaps.Uart, new SimulatedPlace(0x2F8) { AddressLines = lines }));
}
