using RegGen.Backends;
using RegGen.Tests.Samples;
using static RegGen.Tests.Samples.SampleUart;

namespace RegGen.Tests.Registers;

public class RegisterTests
{
    [Fact]
    public void A_plain_register_is_one_access_each_way() => Script.Uart(
        script => script.Writes(0x2FF, 0xA5).Reads(0x2FF, 0x5A),
        uart =>
        {
            uart.Scr.Write(0xA5);
            Assert.Equal(0x5A, uart.Scr.Read());
        });

    [Fact]
    public void Registers_of_one_port_go_by_direction() => Script.Uart(
        script => script.Writes(0x2F8, 0x41).Reads(0x2F8, 0x42),
        uart =>
        {
            uart.Thr.Write(0x41);
            Assert.Equal(0x42, uart.Rbr.Read());
        });

    [Fact]
    public void Wide_registers_are_one_access_of_their_width() => Script.Timer(
        script => script
            .Writes(0x300, 0x80000004, PortWidth.Bits32).Reads(0x300, 0xFFFFFFFE, PortWidth.Bits32)
            .Writes(0x304, 0xBEEF, PortWidth.Bits16).Reads(0x304, 0x8001, PortWidth.Bits16),
        timer =>
        {
            timer.Address.Write(0x80000004);
            Assert.Equal(0xFFFFFFFE, timer.Address.Read());
            timer.Count.Write(0xBEEF);
            Assert.Equal(0x8001, timer.Count.Read());
        });

    [Fact]
    public void Writing_fields_gives_the_others_their_inert_value() => Script.Uart(
        script => script.Writes(0x2FB, 0x03).Writes(0x2FA, 0xC0),
        uart =>
        {
            uart.Lcr.Write(LcrValue.Eight);
            uart.Fcr.Write(new FieldBits(0xC0, 0xC0));
        });

    [Fact]
    public void Writing_fields_leaves_what_is_active_low_at_rest() => Script.Timer(
        script => script.Writes(0x306, 0x25).Writes(0x306, 0x00),
        timer =>
        {
            timer.Status.Write(SampleTimer.StatusValue.Mode5);
            timer.Status.Write(new FieldBits(0x20, 0));
        });

    [Fact]
    public void Modifying_fields_keeps_the_others() => Script.Uart(
        script => script.Reads(0x2FB, 0x1B).Writes(0x2FB, 0x9B),
        uart => uart.Lcr.Modify(LcrValue.Dlab));

    [Fact]
    public void Modifying_fields_can_clear_them() => Script.Uart(
        script => script.Reads(0x2FB, 0x9B).Writes(0x2FB, 0x18),
        uart => uart.Lcr.Modify(new FieldBits(0x83, 0x00)));

    [Fact]
    public void Modifying_by_a_function_keeps_what_it_leaves() => Script.Uart(
        script => script.Reads(0x2FB, 0x9B).Writes(0x2FB, 0x99),
        uart => uart.Lcr.Modify(lcr => lcr with { WordLength = 1 }));

    [Fact]
    public void Modifying_a_register_without_fields_hands_over_the_whole_word() => Script.Timer(
        script => script
            .Reads(0x304, 0x7FFF, PortWidth.Bits16).Writes(0x304, 0x8000, PortWidth.Bits16)
            .Reads(0x300, 0xFFFFFFFF, PortWidth.Bits32).Writes(0x300, 0, PortWidth.Bits32),
        timer =>
        {
            timer.Count.Modify(count => (ushort)(count + 1));
            timer.Address.Modify(address => address + 1);
        });

    [Fact]
    public void Modifying_neither_clears_a_flag_nor_starts_again() => Script.Timer(
        script => script.Reads(0x306, 0xF3).Writes(0x306, 0x25),
        timer => timer.Status.Modify(SampleTimer.StatusValue.Mode5));

    [Fact]
    public void Modifying_a_flag_clears_that_one_alone() => Script.Timer(
        script => script.Reads(0x306, 0xE3).Writes(0x306, 0xA3),
        timer => timer.Status.Modify(SampleTimer.StatusValue.Expired));

    [Fact]
    public void Modifying_an_action_bit_keeps_the_mode() => Script.Timer(
        script => script.Reads(0x306, 0xE3).Writes(0x306, 0x33),
        timer => timer.Status.Modify(SampleTimer.StatusValue.Start));

    [Fact]
    public void A_function_sees_flags_as_the_value_that_does_nothing() => Script.Timer(
        script => script.Reads(0x306, 0xF3).Writes(0x306, 0x63),
        timer => timer.Status.Modify(status =>
        {
            Assert.Equal(0x23, status.Raw);
            return new((byte)(status.Raw | 0x40));
        }));

    [Fact]
    public void A_value_that_does_not_fit_its_field_is_refused()
    {
        Assert.Equal(3u, FieldBits.Fit(3, 3));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => FieldBits.Fit(4, 3));
        Assert.Contains("0 to 3", refusal.Message, StringComparison.Ordinal);
    }
}
