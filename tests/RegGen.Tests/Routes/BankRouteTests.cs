using RegGen.Tests.Samples;

namespace RegGen.Tests.Routes;

public class BankRouteTests
{
    [Fact]
    public void A_bank_with_a_home_is_selected_and_left_for_home() => Script.Uart(
        script => script.Reads(0x2FB, 0x1B).Writes(0x2FB, 0x9B).Writes(0x2F8, 0x0C).Writes(0x2FB, 0x1B),
        uart => uart.Dll.Write(12));

    [Fact]
    public void Home_is_where_it_ends_even_if_the_bank_was_selected_before() => Script.Uart(
        script => script.Reads(0x2FB, 0x83).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0C).Writes(0x2FB, 0x03),
        uart => Assert.Equal(12, uart.Dll.Read()));

    [Fact]
    public void A_selector_that_fills_its_register_is_not_read_when_there_is_a_home() => Script.Timer(
        script => script.Writes(0x305, 0x02).Reads(0x306, 0x77).Writes(0x305, 0x00),
        timer => Assert.Equal(0x77, timer.Reload.Read()));

    [Theory]
    [InlineData(0x83)]
    [InlineData(0x03)]
    public void A_bank_without_a_home_is_put_back_as_it_was(byte before) => Script.Uart(
        script => script.Reads(0x2FB, before).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0C).Writes(0x2FB, before),
        uart => Assert.Equal(12, uart.DllRestored.Read()));

    [Fact]
    public void Modifying_in_a_bank_selects_once() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0C).Writes(0x2F8, 0x0D).Writes(0x2FB, 0x03)
            .Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0D).Writes(0x2FB, 0x03)
            .Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x0E).Writes(0x2FB, 0x03),
        uart =>
        {
            // The program form, as generated code uses it for fields, then the function form, which needs two programs.
            uart.Dll.Cell.Modify(keep: 0xFE, set: 0x01);
            uart.Dll.Modify(low => ++low);
        });

    [Fact]
    public void A_shadowed_selector_is_not_read_and_its_neighbours_take_their_inert_value() => Script.Timer(
        script => script
            .Writes(0x307, 0x15).Writes(0x306, 0xAA).Writes(0x307, 0x14)
            .Writes(0x307, 0xA2)
            .Writes(0x307, 0xA5).Reads(0x306, 0x55).Writes(0x307, 0xA6),
        timer =>
        {
            timer.Latch.Write(0xAA);
            timer.Command.Write(0xA2);
            Assert.Equal(0x55, timer.Latch.Read());
            Assert.Equal(0xA6, timer.Command.LastWritten);
        });
}
