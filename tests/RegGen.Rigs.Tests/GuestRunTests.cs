using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

public sealed class GuestRunTests
{
    const string Nonce = "rig-1";

    [Fact]
    public void Rows_are_told_from_the_rest_of_the_console()
    {
        GuestRun run = GuestRun.Read("boot\r\n\r\nrig-1 start a b\r\none\r\ntwo\r\nrig-1 end 4 a b\r\n\r\nrig-1 done\r\nmore", Nonce);
        Assert.True(run.IsComplete);
        Assert.Equal(["one", "two"], Assert.Single(run.Rows).Output);
        Assert.Equal(4, run["a b"].ExitCode);
    }

    [Fact]
    public void A_row_without_a_line_break_at_its_end_keeps_its_last_line() =>
        Assert.Equal(["x"], GuestRun.Read("rig-1 start a\nx\nrig-1 end 0 a\n", Nonce)["a"].Output);

    [Fact]
    public void The_line_break_that_ends_a_row_is_not_a_line_of_it() =>
        Assert.Equal(["x"], GuestRun.Read("rig-1 start a\nx\n\nrig-1 end 0 a\n", Nonce)["a"].Output);

    [Fact]
    public void A_guest_that_ends_in_the_middle_of_a_row_leaves_it_without_an_exit_code()
    {
        GuestRun run = GuestRun.Read("rig-1 start a\nx", Nonce);
        Assert.False(run.IsComplete);
        Assert.Null(run["a"].ExitCode);
        Assert.False(run["a"].IsLate);
    }

    [Fact]
    public void A_row_cannot_speak_for_the_guest() =>
        Assert.Equal(1, GuestRun.Read("rig-1 start a\nrig-2 end 0 a\n x rig-1 end 0 a\nrig-1 end 1 a\n", Nonce)["a"].ExitCode);

    [Fact]
    public void A_row_that_never_started_is_an_error_with_the_console_in_it() =>
        Assert.Contains("panic", Assert.Throws<InvalidOperationException>(() => GuestRun.Read("panic", Nonce)["a"]).Message, StringComparison.Ordinal);
}
