using RegGen.Backends;
using RegGen.Tests.Samples;
using static RegGen.Tests.Samples.SampleCmos;

namespace RegGen.Tests.Routes;

public class WindowRouteTests
{
    [Fact]
    public void A_window_is_index_then_data_and_the_index_is_never_read() => Script.Cmos(
        script => script.Writes(0x70, 0x00).Reads(0x71, 0x30).Writes(0x70, 0x00).Writes(0x71, 0x45),
        cmos =>
        {
            Assert.Equal(0x30, cmos.Seconds.Read());
            cmos.Seconds.Write(0x45);
        });

    [Fact]
    public void The_nmi_bit_of_the_index_register_stays_as_it_was_written() => Script.Cmos(
        script => script
            .Writes(0x70, 0x80).Writes(0x70, 0x80).Reads(0x71, 0x59)
            .Writes(0x70, 0x8B).Reads(0x71, 0x02)
            .Writes(0x70, 0x0B).Writes(0x70, 0x00).Reads(0x71, 0x00),
        cmos =>
        {
            cmos.Index.Modify(IndexValue.NmiDisable);
            Assert.Equal(0x59, cmos.Seconds.Read());
            Assert.Equal(0x02, cmos.RegisterB.Read().Raw);
            cmos.Index.Modify(IndexValue.NmiEnable);
            cmos.Seconds.Read();
        });

    [Fact]
    public void Modifying_by_fields_sets_the_index_once() => Script.Cmos(
        script => script.Writes(0x70, 0x0B).Reads(0x71, 0x02).Writes(0x71, 0x82),
        cmos => cmos.RegisterB.Modify(ModeValue.Set));

    [Fact]
    public void Modifying_by_a_function_goes_through_the_window_twice() => Script.Cmos(
        script => script.Writes(0x70, 0x0B).Reads(0x71, 0x82).Writes(0x70, 0x0B).Writes(0x71, 0x02),
        cmos => cmos.RegisterB.Modify(mode => new((byte)(mode.Raw & 0x7F))));

    [Fact]
    public void A_shadow_starts_from_its_initial_value_and_follows_writes_of_every_kind() => Script.Cmos(
        script => script.Writes(0x70, 0x8D).Writes(0x70, 0x80).Reads(0x71, 0).Writes(0x70, 0x90),
        cmos =>
        {
            Assert.Equal(0, cmos.Index.LastWritten.Raw);
            cmos.Index.Write(new IndexValue(0x8D));
            Assert.Equal(0x8D, cmos.Index.LastWritten.Raw);
            cmos.Seconds.Read();
            Assert.Equal(0x80, cmos.Index.LastWritten.Raw);
            cmos.Index.Modify(index => new((byte)(index.Raw | 0x10)));
            Assert.Equal(0x90, cmos.Index.LastWritten.Raw);
        });

    [Fact]
    public void An_index_field_that_does_not_start_at_bit_0_is_shifted() => Script.Timer(
        script => script.Writes(0x307, 0x34).Reads(0x306, 0x99),
        timer => Assert.Equal(0x99, timer.Channel3.Read()));

    [Fact]
    public void A_refused_write_is_not_remembered()
    {
        var backend = new RefusingBackend();
        using var bus = PortBus.Open(backend, Claim());
        var cmos = new SampleCmos(bus);
        cmos.Index.Write(new IndexValue(0x8D));
        backend.Refused = 0x70;
        Assert.Throws<PortAccessException>(() => cmos.Index.Write(new IndexValue(0x00)));
        Assert.Throws<PortAccessException>(() => cmos.Index.Modify(IndexValue.NmiEnable));
        Assert.Throws<PortAccessException>(() => cmos.RegisterB.Read());
        Assert.Equal(0x8D, cmos.Index.LastWritten.Raw);
    }

    [Fact]
    public void An_index_that_was_written_before_the_refusal_is_remembered()
    {
        var backend = new RefusingBackend { Refused = 0x71 };
        using var bus = PortBus.Open(backend, Claim());
        var cmos = new SampleCmos(bus);
        Assert.Throws<PortAccessException>(() => cmos.RegisterB.Read());
        Assert.Equal([new PortAccess(true, 0x70, PortWidth.Bits8, 0x0B)], backend.Done);
        Assert.Equal(0x0B, cmos.Index.LastWritten.Raw);
    }
}
