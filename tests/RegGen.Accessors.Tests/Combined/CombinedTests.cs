using RegGen.Backends;
using RegGen.Compiler.Tests;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Accessors.Tests.Combined;

/// <summary>What the page says of one key at a time, of several together: exact ports, widths, order and values.</summary>
public sealed class CombinedTests
{
    const string Head = "reggen: 1\ndevice: Every\nsize: 0x20\nregisters:\n";

    const string Data = Head + "  DATA: { at: 4, width: 32, reset: 0, widths: { read: [8, 32], write: [16, 32] }, ";

    const string Doubled = Head + """
          KEY: { at: 0, access: wo }
          CONTROL: { at: 1, access: wo, shadow: true, initial: 2, fields: { InterruptOff: 1, HighOrder: 7 } }
          COUNT: { at: 2, width: 16, order: big, depth: 2, read-by: CONTROL.HighOrder, stable: twice, unlock: [ "KEY <- 0x5A" ], relock: [ "KEY <- 0" ] }
          POWER: { at: 8, danger: Burns., unlock: [ "KEY <- 0xA5" ], relock: [ "KEY <- 1" ] }
        banks:
          HighOrder: { select: CONTROL.HighOrder, home: 0 }
        joined:
          Both: { of: ["COUNT[1]", "COUNT[0]"], encoding: { type: signed } }
          Hot: { of: [POWER, "COUNT[0]"], encoding: { scale: 0.5, max: 100 } }

        """;

    [Fact]
    public void Both_values_of_a_doubled_register_are_written_behind_one_key() => Driver.Run(
        Doubled,
        script => script.Writes(0x2F8, 0x5A).Writes(0x2FA, 0x3412, PortWidth.Bits16).Writes(0x2FA, 0x7856, PortWidth.Bits16).Writes(0x2F8, 0)
            .Writes(0x2F8, 0x5A).Writes(0x2FA, 0x0100, PortWidth.Bits16).Writes(0x2F8, 0),
        "device.Count.WriteAll(previous: 0x1234, current: 0x5678); device.Count.Write(1);");

    [Fact]
    public void A_doubled_register_is_read_until_two_reads_agree_and_needs_no_key() => Driver.Run(
        Doubled,
        script => script.Reads(0x2FA, 0x0100, PortWidth.Bits16).Reads(0x2FA, 0x0200, PortWidth.Bits16)
            .Reads(0x2FA, 0x0300, PortWidth.Bits16).Reads(0x2FA, 0x0300, PortWidth.Bits16)
            .Writes(0x2F9, 0x82).Reads(0x2FA, 0xFFFE, PortWidth.Bits16).Reads(0x2FA, 0xFFFE, PortWidth.Bits16).Writes(0x2F9, 0x02),
        "Equal((ushort)3, device.Count.Read()); Equal((ushort)0xFEFF, device.Count.ReadPrevious());");

    [Fact]
    public void Both_values_as_one_signed_number() => Driver.Run(
        Doubled,
        script => script.Writes(0x2F8, 0x5A).Writes(0x2FA, 0xFFFF, PortWidth.Bits16).Writes(0x2FA, 0xFEFF, PortWidth.Bits16).Writes(0x2F8, 0),
        "device.Both.Write(-2);");

    [Fact]
    public void A_danger_behind_a_key_is_refused_before_the_key() => Driver.Run(
        Doubled,
        script => script.Writes(0x2F8, 0xA5).Writes(0x300, 7).Writes(0x2F8, 1).Reads(0x300, 7),
        """
        try { device.Power.Write(default(Danger), 7); throw new InvalidOperationException("accepted"); } catch (ArgumentException) { }
        device.Power.Write(Danger.Accepted, 7);
        Equal((byte)7, device.Power.Read());
        """);

    // Half a unit a step: 0x000100 is 256 steps, of which 200 may be written.
    [Fact]
    public void A_dangerous_joined_number_with_two_keys() => Driver.Run(
        Doubled,
        script => script.Writes(0x2F8, 0xA5).Writes(0x300, 0).Writes(0x2F8, 0x5A).Writes(0x2FA, 0xC800, PortWidth.Bits16).Writes(0x2F8, 0).Writes(0x2F8, 1),
        """
        try { device.Hot.Write(Danger.Accepted, 128); throw new InvalidOperationException("accepted"); } catch (ArgumentOutOfRangeException) { }
        try { device.Hot.Write(default(Danger), 100); throw new InvalidOperationException("accepted"); } catch (ArgumentException) { }
        device.Hot.Write(Danger.Accepted, 100);
        """);

    [Fact]
    public void A_dangerous_field_of_a_locked_register_is_left_alone_by_others() => Driver.Run(
        Head + """
              KEY: { at: 0, access: wo }
              MODE:
                at: 1
                reset: 0
                unlock: [ "KEY <- 0x5A" ]
                relock: [ "KEY <- 0" ]
                fields: { Rate: { bits: 3..0, type: signed }, Done: 4 w1c, Sleep: { bits: 7, access: sc, danger: Sleeps. } }

            """,
        script => script.Reads(0x2F9, 0x9A).Writes(0x2F8, 0x5A).Writes(0x2F9, 0x0F).Writes(0x2F8, 0)
            .Writes(0x2F8, 0x5A).Writes(0x2F9, 0x08).Writes(0x2F8, 0)
            .Reads(0x2F9, 0x15).Writes(0x2F8, 0x5A).Writes(0x2F9, 0x85).Writes(0x2F8, 0),
        "device.Mode.Modify(rate: -1); device.Mode.Write(rate: -8); device.Mode.Modify(Danger.Accepted, sleep: true);");

    const string Shots = Head + """
          TEMPERATURE: { at: 0, width: 16, order: big, when: Latched, access: ro, stable: twice, encoding: { type: signed, scale: 0.5, offset: -40 } }
          SECONDS: { at: 2, when: Latched, access: ro, encoding: { bcd: MODE.Digits == 1 } }
          DATE: { at: 3, when: Latched, access: ro, encoding: { type: bcd } }
          COMMAND: { at: 4, access: wo, fields: { Latch: { bits: 0, neutral: 0 } } }
          MODE: { at: 5, reset: 0, fields: { Digits: 0 } }
        banks:
          Latched: { select-by: [ "COMMAND <- Latch=1" ] }

        """;

    [Fact]
    public void Each_read_of_a_pair_has_its_own_shot() => Driver.Run(
        Shots,
        script => script.Writes(0x2FC, 1).Reads(0x2F8, 0xFEFF, PortWidth.Bits16).Writes(0x2FC, 1).Reads(0x2F8, 0xFEFF, PortWidth.Bits16),
        "Equal(-41.0, device.Temperature.Read());");

    [Theory]
    [InlineData(0xFE, 59)]
    [InlineData(0x01, 59)]
    public void The_mode_of_digits_is_looked_at_before_the_shot(int mode, int seconds) => Driver.Run(
        Shots,
        script => script.Reads(0x2FD, (uint)mode).Writes(0x2FC, 1).Reads(0x2FA, mode % 2 == 1 ? 0x59u : 59),
        $"Equal((byte){seconds}, device.Seconds.Read());");

    [Fact]
    public void Digits_that_are_read_by_a_shot() => Driver.Run(
        Shots, script => script.Writes(0x2FC, 1).Reads(0x2FB, 0x31), "Equal((byte)31, device.Date.Read());");

    [Fact]
    public void Each_direction_has_its_widths() => Driver.Run(
        Data + "fields: { Low: 15..0, High: { bits: 31..16, type: signed } } }\n",
        script => script.Reads(0x2FC, 0x78).Reads(0x2FF, 0x12).Writes(0x2FC, 0x5678, PortWidth.Bits16).Writes(0x2FE, 0x1234, PortWidth.Bits16)
            .Reads(0x2FC, 0x12345678, PortWidth.Bits32).Writes(0x2FC, 0xFFFF5678, PortWidth.Bits32),
        """
        Equal((byte)0x78, device.Data8[0].Read());
        Equal((byte)0x12, device.Data8[3].Read());
        device.Data16[0].Write(0x5678);
        device.Data16[1].Write(0x1234);
        device.Data.Modify(high: -1);
        """);

    // Which bytes of a number a narrower access has would depend on the order.
    [Fact]
    public void Widths_and_a_byte_order_exclude_each_other() => Assert.Equal("RG2121", Yaml.Finding(Data + "order: big }\n").Rule.Id);

    [Fact]
    public void Depth_and_danger_exclude_each_other() => Assert.Equal("RG2162", Yaml.Finding(Head + "  COUNT: { at: 2, access: wo, depth: 2, danger: Burns. }\n").Rule.Id);

    [Theory]
    [InlineData("device.Data8[0].Write(1);")]
    [InlineData("device.Data16[0].Read();")]
    public void A_width_of_one_direction_has_no_other(string statement)
    {
        Assert.Empty(Driver.Complaints(Data + "}\n", "device.Data8[0].Read(); device.Data16[0].Write(1);"));
        Assert.NotEmpty(Driver.Complaints(Data + "}\n", statement));
    }
}
