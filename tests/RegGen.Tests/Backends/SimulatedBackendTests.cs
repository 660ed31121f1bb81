using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;
using RegGen.Tests.Samples;
using static RegGen.Backends.PortWidth;

namespace RegGen.Tests.Backends;

public sealed class SimulatedBackendTests : IDisposable
{
    readonly SimulatedBackend _bus = new();

    public void Dispose() => _bus.Dispose();

    [Theory]
    [InlineData(Bits8, 0xFF)]
    [InlineData(Bits16, 0xFFFF)]
    [InlineData(Bits32, 0xFFFFFFFF)]
    public void Ports_of_no_device_read_all_ones_and_ignore_writes(PortWidth width, uint ones)
    {
        _bus.Write(0x100, width, 0);
        Assert.Equal(ones, _bus.Read(0x100, width));
    }

    [Fact]
    public void Devices_stand_at_their_own_ports()
    {
        SimulatedDevice first = _bus.Add(SampleMaps.Uart, 0x3F8), second = _bus.Add(SampleMaps.Uart, 0x2F8);
        _bus.Write(0x2FF, Bits8, 0x22);
        Assert.Equal((0x00u, 0x22u), (first["SCR"], second["SCR"]));
        Assert.Equal([first, second], _bus.Devices);
        Assert.Equal((0x2F8, 0x2FF), (second.Claim.Base, second.Claim.Ranges[0].Last));
    }

    [Theory]
    [InlineData(0x2F8)]
    [InlineData(0x2FF)]
    [InlineData(0x2F1)]
    public void Devices_must_not_overlap(ushort port)
    {
        _bus.Add(SampleMaps.Uart, 0x2F8);
        var refusal = Assert.Throws<ArgumentException>(() => _bus.Add(SampleMaps.Timer, port));
        Assert.Contains($"SampleTimer at 0x{port:X}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("SampleUart at 0x2F8", refusal.Message, StringComparison.Ordinal);
        Assert.Single(_bus.Devices);
    }

    [Fact]
    public void A_device_may_stand_beside_another_and_in_its_hole()
    {
        DeviceMap holed = new("Holed", PortClaim.At("Holed", 0, (0, 5), (7, 7))) { Registers = [] };
        DeviceMap single = new("Single", PortClaim.At("Single", 0, (0, 0))) { Registers = [new("ONLY", 0, 8, Access.Rw) { Reset = 7 }] };
        _bus.Add(holed, 0x3F0);
        _bus.Add(single, 0x3F6);
        _bus.Add(single, 0x3F8);
        Assert.Equal(7u, _bus.Read(0x3F6, Bits8));
    }

    [Fact]
    public void A_device_must_end_within_the_ports()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _bus.Add(SampleMaps.Uart, 0xFFF9));
        _bus.Add(SampleMaps.Uart, 0xFFF8);
    }

    [Fact]
    public void Wide_registers_answer_their_own_width()
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        _bus.Write(0x300, Bits32, 0x80000004);
        _bus.Write(0x304, Bits16, 0xBEEF);
        Assert.Equal((0x80000004u, 0xBEEFu), (timer["ADDRESS"], timer["COUNT"]));
        Assert.Equal((0x80000004u, 0xBEEFu), (_bus.Read(0x300, Bits32), _bus.Read(0x304, Bits16)));
    }

    [Theory]
    [InlineData(0x300, Bits8)]
    [InlineData(0x303, Bits8)]
    [InlineData(0x300, Bits16)]
    [InlineData(0x302, Bits32)]
    [InlineData(0x304, Bits32)]
    [InlineData(0x305, Bits16)]
    [InlineData(0x2FD, Bits32)]
    public void An_access_that_meets_part_of_a_wide_register_reads_ones_and_is_ignored(ushort port, PortWidth width)
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        (timer["ADDRESS"], timer["COUNT"]) = (0x11111111, 0x2222);
        _bus.Write(port, width, 0);
        Assert.Equal(uint.MaxValue >> (32 - (int)width), _bus.Read(port, width));
        Assert.Equal((0x11111111u, 0x2222u), (timer["ADDRESS"], timer["COUNT"]));
    }

    [Fact]
    public void A_wide_access_of_8_bit_registers_is_split_lowest_port_first()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        List<string> order = [];
        uart.On("DLL").Write(_ => order.Add("DLL"));
        uart.On("DLM").Write(_ => order.Add("DLM"));
        uart["LCR"] = 0x80;
        _bus.Write(0x2F8, Bits16, 0x0180);
        Assert.Equal((0x80u, 0x01u), (uart["DLL"], uart["DLM"]));
        Assert.Equal(["DLL", "DLM"], order);
        Assert.Equal(0x80010180u, _bus.Read(0x2F8, Bits32));
    }

    [Fact]
    public void A_split_access_may_cross_devices_and_holes()
    {
        _bus.Add(SampleMaps.Uart, 0x2F8)["SCR"] = 0x5A;
        DeviceMap next = new("Next", PortClaim.At("Next", 0, (0, 1))) { Registers = [new("FIRST", 0, 8, Access.Rw) { Reset = 0x33 }] };
        SimulatedDevice beside = _bus.Add(next, 0x300);
        Assert.Equal(0xFFFF335Au, _bus.Read(0x2FF, Bits32));
        _bus.Write(0x2FF, Bits32, 0x44332211);
        Assert.Equal((0x11u, 0x22u), (_bus.Devices[0]["SCR"], beside["FIRST"]));
    }

    [Fact]
    public void An_8_bit_register_under_a_wide_one_answers_bytes()
    {
        DeviceMap disk = new("Disk", PortClaim.At("Disk", 0, (0, 7)))
        {
            Registers =
            [
                new("DATA", 0, 16, Access.Rw) { Reset = 0xCAFE }, new("ERROR", 1, 8, Access.Ro) { Reset = 0x04 },
                new("COUNT", 2, 8, Access.Rw) { Reset = 0x01 },
            ],
        };
        _bus.Add(disk, 0x1F0);
        Assert.Equal((0xCAFEu, 0x04u, 0x0104u), (_bus.Read(0x1F0, Bits16), _bus.Read(0x1F1, Bits8), _bus.Read(0x1F1, Bits16)));
    }

    [Fact]
    public void Every_claim_is_granted()
    {
        using var bus = PortBus.Open(_bus, SampleUart.Claim(0x2F8));
        Assert.Equal("simulated", bus.BackendName);
        Assert.Equal(0xFF, new SampleUart(bus, 0x2F8).Scr.Read());
    }
}
