using RegGen.Backends;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>
/// Bugs that generators of this kind have had, each with its name. Two more are in <see cref="YamlTests"/> and the case RG0002: the name
/// <c>Off</c> read as false, and a key given twice of which one was dropped.
/// </summary>
public sealed class PeerBugTests
{
    [Fact]
    public void Repeated_fields_read_no_neighbour_bit_and_end_in_time() => Driver.Run(
        Yaml.Head + "  GATES: { at: 0, fields: { Open: { bits: 0, count: 4, stride: 2 } } }\n",
        script => script.Reads(0x2F8, 0xAA).Reads(0x2F8, 0x40),
        """
        GatesValue none = device.Gates.Read();
        for (int i = 0; i < 4; i++) Equal(false, none.Open(i));
        Equal(true, device.Gates.Read().Open(3));
        try { none.Open(4); throw new InvalidOperationException("accepted"); } catch (ArgumentOutOfRangeException) { }
        """);

    [Fact]
    public void A_repeated_field_past_the_end_is_an_error() =>
        Assert.Equal("RG2001", Yaml.Finding($"{Yaml.Head}  GATES: {{ at: 0, fields: {{ Open: {{ bits: 1..0, count: 5 }} }} }}\n").Rule.Id);

    [Theory]
    [InlineData("A: 3, B: 3")]
    [InlineData("A: 3..0, B: 7..3")]
    [InlineData("A: 7..4, B: 4")]
    [InlineData("A: [7, 3..0], B: 7")]
    public void An_overlap_of_one_bit_or_a_boundary_bit_is_seen(string fields) =>
        Assert.Equal("RG2002", Yaml.Finding($"{Yaml.Head}  MODE: {{ at: 0, fields: {{ {fields} }} }}\n").Rule.Id);

    [Fact]
    public void A_field_of_64_bits_has_a_mask_of_ones() => Driver.Run(
        Yaml.Head.Replace("size: 4", "size: 8", StringComparison.Ordinal) + "  ALL: { at: 0, width: 64, reset: 0, fields: { Whole: 63..0 } }\n",
        script => script.Writes(0x2F8, 0xFFFFFFFF, PortWidth.Bits32).Writes(0x2FC, 0xFFFFFFFF, PortWidth.Bits32),
        "device.All.Write(whole: ulong.MaxValue); Equal(ulong.MaxValue, Map[\"ALL\"][\"Whole\"].Mask);");

    [Theory]
    [InlineData("device.Status.Write(1);")]
    [InlineData("device.Status.Modify(value => value);")]
    public void A_register_that_is_only_read_cannot_be_written(string statement) =>
        Assert.NotEmpty(Driver.Complaints(Yaml.Head + "  STATUS: { at: 0, access: ro }\n", statement));

    [Fact]
    public void A_64_bit_access_is_split_at_port_plus_4() => Driver.Run(
        Yaml.Head.Replace("size: 4", "size: 8", StringComparison.Ordinal) + "  ALL: { at: 0, width: 64 }\n",
        script => script.Reads(0x2F8, 1, PortWidth.Bits32).Reads(0x2FC, 2, PortWidth.Bits32),
        "Equal(0x2_0000_0001ul, device.All.Read());");

    [Fact]
    public void A_dword_index_is_one_access_of_32_bits() => Driver.Run(
        Yaml.Head.Replace("size: 4", "size: 8", StringComparison.Ordinal) + """
              INDEX: { at: 0, width: 32, access: wo, shadow: true, initial: 0 }
              DATA: { at: 4, width: 32 }
            windows:
              Space: { index: INDEX, data: DATA, registers: { DEEP: 0xCF8 } }

            """,
        script => script.Writes(0x2F8, 0xCF8, PortWidth.Bits32).Reads(0x2FC, 7, PortWidth.Bits32)
            .Writes(0x2F8, 0x80000004, PortWidth.Bits32).Reads(0x2FC, 8, PortWidth.Bits32),
        "Equal(7u, device.Space.Deep.Read()); Equal(8u, device.Space.ReadRaw(0x80000004));");

    [Fact]
    public void A_modify_of_one_field_clears_no_flag_beside_it() => Driver.Run(
        Yaml.Head + "  STATUS: { at: 0, fields: { Enable: 0, Done: 1 w1c, Error: 2 w1c } }\n",
        script => script.Reads(0x2F8, 0xFE).Writes(0x2F8, 0xF9).Reads(0x2F8, 0xFF).Writes(0x2F8, 0xFB),
        "device.Status.Modify(enable: true); device.Status.Modify(done: true);");

    [Fact]
    public void A_write_holds_the_reset_value_of_what_it_does_not_name() => Driver.Run(
        Yaml.Head + "  MODE: { at: 0, reset: 0xA6, fields: { Low: 2..0, High: 7..5 } }\n",
        script => script.Writes(0x2F8, 0xA1),
        "device.Mode.Write(low: 1);");

    [Fact]
    public void Elements_at_irregular_places_are_each_at_their_own() => Driver.Run(
        Yaml.Head + "  FAN: { at: 0, offsets: [3, 0, 1] }\n",
        script => script.Reads(0x2FB, 1).Reads(0x2F8, 2).Reads(0x2F9, 3),
        "Equal((byte)1, device.Fan[0].Read()); Equal((byte)2, device.Fan[1].Read()); Equal((byte)3, device.Fan[2].Read());");

    [Fact]
    public void A_code_without_a_name_is_a_value_all_the_same() => Driver.Run(
        Yaml.Head + "  MODE: { at: 0, reset: 0, fields: { Kind: { bits: 3..0, enum: { First: 1 } } } }\n",
        script => script.Reads(0x2F8, 0x0E).Writes(0x2F8, 0x0E),
        "ModeValue value = device.Mode.Read(); Equal(14, (int)value.Kind); device.Mode.Write(value);");
}
