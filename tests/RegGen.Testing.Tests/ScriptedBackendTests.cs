using RegGen.Backends;

namespace RegGen.Testing.Tests;

public sealed class ScriptedBackendTests
{
    [Fact]
    public void A_script_that_is_done_to_its_end_is_content()
    {
        var script = new ScriptedBackend().Writes(0x2FF, 0x5A).Reads(0x2FF, 0x5A);
        Assert.Equal(2, script.Remaining);
        script.Write(0x2FF, PortWidth.Bits8, 0x5A);
        Assert.Equal(0x5Au, script.Read(0x2FF, PortWidth.Bits8));
        Assert.Equal(0, script.Remaining);
        script.Finish();
    }

    [Fact]
    public void A_wrong_value_differs() => Differs(
        new ScriptedBackend().Writes(0x2FB, 0x83),
        script => script.Write(0x2FB, PortWidth.Bits8, 0x03), "expected 0x2FB <- 0x83, but was 0x2FB <- 0x03");

    [Fact]
    public void A_wrong_port_differs() => Differs(
        new ScriptedBackend().Reads(0x2FD, 0x60),
        script => script.Read(0x3FD, PortWidth.Bits8), "expected 0x2FD -> 0x60, but was 0x3FD -> ?");

    [Fact]
    public void A_wrong_direction_differs() => Differs(
        new ScriptedBackend().Reads(0x2FD, 0),
        script => script.Write(0x2FD, PortWidth.Bits8, 0), "expected 0x2FD -> 0x00, but was 0x2FD <- 0x00");

    [Fact]
    public void A_wrong_width_differs() => Differs(
        new ScriptedBackend().Writes(0x300, 0x12, PortWidth.Bits16),
        script => script.Write(0x300, PortWidth.Bits8, 0x12), "expected 0x300/16 <- 0x0012, but was 0x300 <- 0x12");

    [Fact]
    public void A_wrong_width_of_a_read_differs() => Differs(
        new ScriptedBackend().Reads(0x300, 0x12),
        script => script.Read(0x300, PortWidth.Bits32), "expected 0x300 -> 0x12, but was 0x300/32 -> ?");

    [Fact]
    public void An_access_too_many_differs() => Differs(
        new ScriptedBackend(), script => script.Read(0x300, PortWidth.Bits8), "Access 1 of 0: expected nothing more, but was 0x300 -> ?");

    [Fact]
    public void Steps_left_over_differ_at_the_end()
    {
        var script = new ScriptedBackend().Writes(0x2FB, 0x83).Writes(0x2F8, 0x0C).Writes(0x2FB, 0x03);
        script.Write(0x2FB, PortWidth.Bits8, 0x83);
        var difference = Assert.Throws<ScriptMismatchException>(script.Finish);
        Assert.Equal((2, new PortAccess(true, 0x2F8, PortWidth.Bits8, 0x0C), null),
            (difference.Position, difference.Expected, difference.Actual));
        Assert.Contains("but was nothing more", difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_shows_both_sides_around_the_difference()
    {
        var script = new ScriptedBackend();
        for (uint step = 1; step <= 12; step++)
        {
            script.Writes(0x80, step);
        }

        for (uint step = 1; step <= 6; step++)
        {
            script.Write(0x80, PortWidth.Bits8, step);
        }

        var difference = Assert.Throws<ScriptMismatchException>(() => script.Write(0x80, PortWidth.Bits8, 0xFF));
        Assert.Equal((7, new PortAccess(true, 0x80, PortWidth.Bits8, 7), new PortAccess(true, 0x80, PortWidth.Bits8, 0xFF)),
            (difference.Position, difference.Expected, difference.Actual));
        Assert.Equal(
            """
            Access 7 of 12: expected 0x80 <- 0x07, but was 0x80 <- 0xFF.
                 expected                    actual
                 ... 2 more
               3 0x80 <- 0x03                0x80 <- 0x03
               4 0x80 <- 0x04                0x80 <- 0x04
               5 0x80 <- 0x05                0x80 <- 0x05
               6 0x80 <- 0x06                0x80 <- 0x06
            >  7 0x80 <- 0x07                0x80 <- 0xFF
               8 0x80 <- 0x08
               9 0x80 <- 0x09
              10 0x80 <- 0x0A
              11 0x80 <- 0x0B
                 ... 1 more
            """,
            difference.Message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_difference_that_was_swallowed_comes_up_again()
    {
        var script = new ScriptedBackend().Writes(0x2FB, 0x83);
        var first = Assert.Throws<ScriptMismatchException>(() => script.Write(0x2FB, PortWidth.Bits8, 0x03));
        Assert.Same(first, Assert.Throws<ScriptMismatchException>(() => script.Write(0x2FB, PortWidth.Bits8, 0x83)));
        Assert.Same(first, Assert.Throws<ScriptMismatchException>(script.Finish));
    }

    [Fact]
    public void A_compound_access_is_compared_step_by_step()
    {
        var script = new ScriptedBackend().Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F9, 0x0C);
        using Uart16550 uart = Uart16550.Open(0x2F8, script);
        var difference = Assert.Throws<ScriptMismatchException>(() => uart.Dll.Write(12));
        Assert.Equal(3, difference.Position);
        Assert.Contains("expected 0x2F9 <- 0x0C, but was 0x2F8 <- 0x0C", difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_wider_than_its_access_cannot_be_scripted()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedBackend().Reads(0x300, 0x100));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedBackend().Writes(0x300, 0x10000, PortWidth.Bits16));
        new ScriptedBackend().Writes(0x300, uint.MaxValue, PortWidth.Bits32);
    }

    static void Differs(ScriptedBackend script, Action<ScriptedBackend> act, string said)
    {
        var difference = Assert.Throws<ScriptMismatchException>(() => act(script));
        Assert.Equal(1, difference.Position);
        Assert.Contains(said, difference.Message, StringComparison.Ordinal);
        Assert.Throws<ScriptMismatchException>(script.Finish);
    }
}
