using RegGen.Tests.Samples;

namespace RegGen.Tests.Routes;

public class JoinedRouteTests
{
    [Fact]
    public void Writing_goes_in_its_own_order_with_one_selection() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x80).Writes(0x2F9, 0x01).Writes(0x2FB, 0x03),
        uart => uart.Divisor.Write(0x0180));

    [Fact]
    public void Reading_goes_in_its_own_order_with_one_selection() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F9, 0x01).Reads(0x2F8, 0x80).Writes(0x2FB, 0x03),
        uart => Assert.Equal(0x0180, uart.Divisor.Read()));

    [Fact]
    public void Modifying_reads_all_parts_then_writes_all() => Script.Uart(
        script => script
            .Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F9, 0x00).Reads(0x2F8, 0xFF).Writes(0x2FB, 0x03)
            .Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x00).Writes(0x2F9, 0x01).Writes(0x2FB, 0x03),
        uart => uart.Divisor.Modify(divisor => ++divisor));

    [Fact]
    public void Parts_behind_a_window_each_set_the_index_and_keep_its_other_bits() => Script.Cmos(
        script => script
            .Writes(0x70, 0x80)
            .Writes(0x70, 0x83).Writes(0x71, 0x30).Writes(0x70, 0x85).Writes(0x71, 0x07)
            .Writes(0x70, 0x85).Reads(0x71, 0x08).Writes(0x70, 0x83).Reads(0x71, 0x15),
        cmos =>
        {
            cmos.Index.Write(new SampleCmos.IndexValue(0x80));
            cmos.Alarm.Write(0x0730);
            Assert.Equal(0x0815, cmos.Alarm.Read());
        });
}
