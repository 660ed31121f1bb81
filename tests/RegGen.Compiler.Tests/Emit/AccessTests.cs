using RegGen.Backends;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>What each kind of field, width, bank and shadow comes to at the ports.</summary>
public sealed class AccessTests
{
    const string Flags = Yaml.Head + "  STATUS: { at: 1, fields: { Done: 0 w1c, Error: 1 w1c, Mode: 5..4 rw, Go: 7 sc } }\n";

    static readonly string Wide = Yaml.Head.Replace("size: 4", "size: 24", StringComparison.Ordinal) + """
          PLAIN: { at: 0, width: 64 }
          PARTS: { at: 8, width: 64, fields: { Low: 27..0, Middle: 35..28, Rest: 62..36, Top: 63 } }
          KEPT: { at: 16, width: 64, access: wo, shadow: true, initial: 0, fields: { Low: 0, High: 63..1 } }

        """;

    [Theory]
    [InlineData("device.Status.Modify(mode: 2);", 0x20)]
    [InlineData("device.Status.Modify(v => v with { Mode = 2 });", 0x20)]
    [InlineData("device.Status.Modify(done: true);", 0x11)]
    [InlineData("device.Status.Modify(v => v with { Done = true });", 0x11)]
    [InlineData("device.Status.Modify(go: true);", 0x90)]
    [InlineData("device.Status.Modify(v => v with { Go = true });", 0x90)]
    public void Modifying_clears_no_other_flag_and_starts_nothing(string statement, uint written) =>
        Driver.Run(Flags, script => script.Reads(0x2F9, 0x93).Writes(0x2F9, written), statement);

    [Fact]
    public void Bits_of_no_field_are_carried_over() => Driver.Run(
        Yaml.Head + "  MODE: { at: 0, fields: { Kind: 1..0 } }\n",
        script => script.Reads(0x2F8, 0xA5).Writes(0x2F8, 0xA6),
        "device.Mode.Modify(kind: 2);");

    [Fact]
    public void A_write_puts_neutral_values_into_fields_that_are_not_named() => Driver.Run(
        Yaml.Head + "  COMMAND: { at: 0, access: wo, fields: { Counter: { bits: 7..6, neutral: 3 }, Format: { bits: 5..4, reset: 1 }, Go: 0 sc } }\n",
        script => script.Writes(0x2F8, 0xD1).Writes(0x2F8, 0x10),
        "device.Command.Write(go: true); device.Command.Write(counter: 0);");

    [Theory]
    [InlineData("16", PortWidth.Bits16, "0x8001")]
    [InlineData("32", PortWidth.Bits32, "0x80000001")]
    public void A_wide_register_is_one_access_of_its_width(string width, PortWidth access, string value)
    {
        uint number = Convert.ToUInt32(value, 16);
        Driver.Run(
            $"{Yaml.Head}  COUNT: {{ at: 0, width: {width} }}\n",
            script => script.Writes(0x2F8, number, access).Reads(0x2F8, number, access),
            $"device.Count.Write({value}); Equal<ulong>({value}, device.Count.Read());");
    }

    [Fact]
    public void A_field_may_fill_32_bits_or_hold_the_highest_one() => Driver.Run(
        Yaml.Head.Replace("size: 4", "size: 8", StringComparison.Ordinal)
            + "  ALL: { at: 0, width: 32, reset: 0, fields: { Whole: 31..0 } }\n  TOP: { at: 4, width: 32, reset: 0, fields: { High: 31, Low: 30..0 } }\n",
        script => script.Writes(0x2F8, 0xFFFFFFFF, PortWidth.Bits32).Reads(0x2FC, 0x00000001, PortWidth.Bits32).Writes(0x2FC, 0x80000001, PortWidth.Bits32),
        "device.All.Write(whole: uint.MaxValue); device.Top.Modify(high: true);");

    [Fact]
    public void A_register_of_64_bits_is_two_accesses_of_32_the_low_half_first() => Driver.Run(
        Wide,
        script => script
            .Writes(0x2F8, 0x89ABCDEF, PortWidth.Bits32).Writes(0x2FC, 0x01234567, PortWidth.Bits32)
            .Reads(0x2F8, 0x89ABCDEF, PortWidth.Bits32).Reads(0x2FC, 0x01234567, PortWidth.Bits32),
        "device.Plain.Write(0x0123456789ABCDEF); Equal(0x0123456789ABCDEFul, device.Plain.Read());");

    [Fact]
    public void A_field_of_a_64_bit_register_changes_alone() => Driver.Run(
        Wide,
        script => script
            .Reads(0x300, 0xFFFFFFFF, PortWidth.Bits32).Reads(0x304, 0xFFFFFFFF, PortWidth.Bits32)
            .Writes(0x300, 0x0FFFFFFF, PortWidth.Bits32).Writes(0x304, 0x7FFFFFF5, PortWidth.Bits32),
        "device.Parts.Modify(middle: 0x50, top: false);");

    [Fact]
    public void A_shadow_remembers_both_halves() => Driver.Run(
        Wide,
        script => script
            .Writes(0x308, 0x00000001, PortWidth.Bits32).Writes(0x30C, 0x80000000, PortWidth.Bits32)
            .Writes(0x308, 0x00000000, PortWidth.Bits32).Writes(0x30C, 0x80000000, PortWidth.Bits32),
        """
        device.Kept.Write(new KeptValue(0x8000000000000001));
        Equal(0x8000000000000001ul, device.Kept.LastWritten.Raw);
        device.Kept.Modify(low: false);
        """);

    [Fact]
    public void A_value_that_does_not_fit_its_field_is_refused_before_any_access() => Driver.Run(
        Yaml.Head + "  MODE: { at: 0, reset: 0, fields: { Kind: 2..1 } }\n",
        script => script,
        "try { device.Mode.Write(kind: 4); throw new InvalidOperationException(\"accepted\"); } catch (ArgumentOutOfRangeException) { }");

    [Fact]
    public void Without_a_home_the_selector_gets_back_what_it_held() => Driver.Run(
        Yaml.Head + "  PAGE: { at: 3, fields: { Select: 7..6, Stop: 0 } }\n  ADDRESS: { at: 1, when: PAGE.Select == 1 }\n",
        script => script.Reads(0x2FB, 0x81).Writes(0x2FB, 0x41).Writes(0x2F9, 0x55).Writes(0x2FB, 0x81),
        "device.Address.Write(0x55);");

    [Fact]
    public void Selecting_a_bank_acts_on_no_bit_beside_the_selector() => Driver.Run(
        Yaml.Head + "  PAGE: { at: 3, fields: { Select: 7..6, Done: 1 w1c, Go: 0 sc } }\n  ADDRESS: { at: 1, when: PAGE.Select == 1 }\n",
        script => script.Reads(0x2FB, 0x83).Writes(0x2FB, 0x40).Reads(0x2F9, 0x55).Writes(0x2FB, 0x80),
        "device.Address.Read();");

    [Fact]
    public void A_bank_may_be_named_by_its_enum() => Driver.Run(
        Yaml.Head + "  PAGE: { at: 3, fields: { Select: { bits: 1..0, enum: { Main: 0, Test: 2 } } } }\n  ADDRESS: { at: 1, when: PAGE.Select == Test }\n"
            + "banks: { Page: { select: PAGE.Select, home: Main } }\n",
        script => script.Reads(0x2FB, 0x00).Writes(0x2FB, 0x02).Reads(0x2F9, 0x55).Writes(0x2FB, 0x00),
        "device.Address.Read();");

    [Fact]
    public void A_bank_inside_a_window_is_selected_through_the_window() => Driver.Run(
        """
        reggen: 1
        device: SuperIo
        size: 2
        registers: { INDEX: 0, DATA: 1 }
        windows:
          Config:
            index: INDEX
            data: DATA
            registers:
              LogicalDevice: 0x07
              FanDivisor: { at: 0xF0, when: Config.LogicalDevice == 11 }
        """,
        script => script
            .Writes(0x2F8, 0x07).Reads(0x2F9, 0x02).Writes(0x2F8, 0x07).Writes(0x2F9, 0x0B)
            .Writes(0x2F8, 0xF0).Reads(0x2F9, 0x44)
            .Writes(0x2F8, 0x07).Writes(0x2F9, 0x02),
        "Equal<byte>(0x44, device.Config.FanDivisor.Read());");

    [Fact]
    public void A_shadow_is_remembered_from_every_write() => Driver.Run(
        Yaml.Head + "  CONTROL: { at: 2, access: wo, shadow: true, initial: 0x0C, fields: { Strobe: 0, AutoFeed: 1, Init: 2, Select: 3 } }\n",
        script => script.Writes(0x2FA, 0x0D).Writes(0x2FA, 0x0C).Writes(0x2FA, 0x04),
        """
        device.Control.Modify(strobe: true);
        device.Control.Modify(control => control with { Strobe = false });
        device.Control.Write(init: true, select: false);
        Equal(0x04, device.Control.LastWritten.Raw);
        """);

    [Fact]
    public void A_joined_value_of_two_banks_restores_each() => Driver.Run(
        Yaml.Head + "  PAGE: 3\n  LOW: { at: 0, when: PAGE == 1 }\n  HIGH: { at: 0, when: PAGE == 2 }\njoined: { Word: { of: [HIGH, LOW] } }\n",
        script => script
            .Reads(0x2FB, 0).Writes(0x2FB, 2).Writes(0x2F8, 0x12).Writes(0x2FB, 0)
            .Reads(0x2FB, 0).Writes(0x2FB, 1).Writes(0x2F8, 0x34).Writes(0x2FB, 0),
        "device.Word.Write(0x1234);");
}
