using RegGen.Backends;
using RegGen.Simulation;
using RegGen.Tests.Samples;
using static RegGen.Backends.PortWidth;

namespace RegGen.Tests.Simulation;

public sealed class SimulatedDeviceTests : IDisposable
{
    readonly SimulatedBackend _bus = new();

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void Registers_start_with_their_reset_value_or_zero()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        Assert.Equal(0x60u, uart["LSR"]);
        Assert.Equal(0x60u, _bus.Read(0x2FD, Bits8));
        Assert.Equal(0x01u, _bus.Read(0x2FA, Bits8));
        Assert.Equal(0x00u, _bus.Read(0x2FF, Bits8));
        Assert.Equal(0x80u, _bus.Add(SampleMaps.Cmos, 0x70)["Cmos.RegisterD"]);
    }

    [Fact]
    public void One_port_reads_one_register_and_writes_another()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        uart["RBR"] = 0x55;
        _bus.Write(0x2F8, Bits8, 0x41);
        Assert.Equal((0x55u, 0x41u), (_bus.Read(0x2F8, Bits8), uart["THR"]));
        Assert.Equal(0x55u, uart["RBR"]);
    }

    [Fact]
    public void A_bank_follows_its_selecting_field()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        _bus.Write(0x2FB, Bits8, 0x83);
        _bus.Write(0x2F8, Bits8, 0x0C);
        _bus.Write(0x2F9, Bits8, 0x01);
        Assert.Equal((0x0Cu, 0x01u), (_bus.Read(0x2F8, Bits8), _bus.Read(0x2F9, Bits8)));
        _bus.Write(0x2FB, Bits8, 0x03);
        _bus.Write(0x2F9, Bits8, 0x0F);
        Assert.Equal((0x0Cu, 0x01u, 0x0Fu, 0x00u), (uart["DLL"], uart["DLM"], uart["IER"], uart["THR"]));
        Assert.Equal(0x0Fu, _bus.Read(0x2F9, Bits8));
        uart["LCR"] = 0x80;
        Assert.Equal(0x01u, _bus.Read(0x2F9, Bits8));
    }

    [Fact]
    public void Bits_that_are_only_read_are_not_stored_by_writes()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        _bus.Write(0x2FD, Bits8, 0xFF);
        Assert.Equal(0x60u, uart["LSR"]);
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        timer["STATUS"] = 0x20;
        _bus.Write(0x306, Bits8, 0x43);
        Assert.Equal(0x23u, timer["STATUS"]);
    }

    [Fact]
    public void A_read_clears_only_what_it_clears()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        uart["LSR"] = 0x63;
        Assert.Equal(0x63u, _bus.Read(0x2FD, Bits8));
        Assert.Equal(0x61u, _bus.Read(0x2FD, Bits8));
    }

    [Fact]
    public void A_written_one_clears_a_flag_and_a_zero_leaves_it()
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        timer["STATUS"] = 0x80;
        _bus.Write(0x306, Bits8, 0x01);
        Assert.Equal(0x81u, _bus.Read(0x306, Bits8));
        _bus.Write(0x306, Bits8, 0x81);
        Assert.Equal(0x01u, _bus.Read(0x306, Bits8));
        _bus.Write(0x306, Bits8, 0x80);
        Assert.Equal(0x00u, _bus.Read(0x306, Bits8));
    }

    [Fact]
    public void A_self_clearing_bit_reads_back_zero()
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        ulong seen = 0;
        timer.On("STATUS").Write(written => seen = written);
        _bus.Write(0x306, Bits8, 0x13);
        Assert.Equal((0x03u, 0x13ul), (_bus.Read(0x306, Bits8), seen));
    }

    [Fact]
    public void A_self_clearing_bit_that_a_behaviour_holds_is_left_alone_by_writes()
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        timer.On("STATUS").Write(written => timer["STATUS"] |= written & 0x10);
        _bus.Write(0x306, Bits8, 0x10);
        _bus.Write(0x306, Bits8, 0x01);
        Assert.Equal(0x11u, _bus.Read(0x306, Bits8));
    }

    [Fact]
    public void Bits_that_are_only_written_are_stored_but_read_as_zero()
    {
        SimulatedDevice timer = _bus.Add(SampleMaps.Timer, 0x300);
        _bus.Write(0x306, Bits8, 0x07);
        Assert.Equal((0x07u, 0x03u), (timer["STATUS"], _bus.Read(0x306, Bits8)));
    }

    [Fact]
    public void Bits_of_no_field_follow_the_register()
    {
        _bus.Add(SampleMaps.Timer, 0x300);
        _bus.Write(0x306, Bits8, 0x08);
        Assert.Equal(0x08u, _bus.Read(0x306, Bits8));
    }

    [Fact]
    public void A_port_without_a_register_to_read_reads_all_ones()
    {
        _bus.Add(SampleMaps.Timer, 0x300);
        _bus.Add(SampleMaps.Uart, 0x2F8);
        _bus.Write(0x307, Bits8, 0x12);
        Assert.Equal(0xFFu, _bus.Read(0x307, Bits8));
        Assert.Equal(0xFFu, _bus.Read(0x2FC, Bits8));
    }

    [Fact]
    public void A_write_only_register_with_self_clearing_bits_leaves_reads_to_its_neighbour()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        _bus.Write(0x2FA, Bits8, 0xC3);
        Assert.Equal((0xC1u, 0x01u), (uart["FCR"], _bus.Read(0x2FA, Bits8)));
        Assert.False(SampleMaps.Uart["FCR"].CanRead);
    }

    [Fact]
    public void Stored_words_can_be_set_whatever_the_access_but_not_wider_than_the_register()
    {
        SimulatedDevice uart = _bus.Add(SampleMaps.Uart, 0x2F8);
        uart["LSR"] = 0xFF;
        Assert.Equal(0xFFu, uart["LSR"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => uart["LSR"] = 0x100);
    }

    [Fact]
    public void An_unknown_register_is_named()
    {
        SimulatedDevice cmos = _bus.Add(SampleMaps.Cmos, 0x70);
        Assert.Contains("SampleCmos has no register Seconds", Assert.Throws<KeyNotFoundException>(() => cmos["Seconds"]).Message,
            StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => cmos.On("Cmos.Never"));
        Assert.Throws<KeyNotFoundException>(() => cmos["Never"] = 1);
    }
}
