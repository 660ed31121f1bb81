using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

public sealed class GuestTests(GuestFixture guest)
{
    [Theory]
    [MemberData(nameof(GuestFixture.Programs), MemberType = typeof(GuestFixture))]
    public void A_program_finds_everything_right_in_the_guest(string row)
    {
        GuestResult result = guest.Run[row];
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.DoesNotContain(result.Output, line => line.StartsWith("not ok", StringComparison.Ordinal));
        Assert.Contains($"1..{result.Output.Count(line => line.StartsWith("ok ", StringComparison.Ordinal))}", result.Output);
    }

    [Fact]
    public void The_guest_comes_to_its_end() => Assert.True(guest.Run.IsComplete, guest.Run.Log);

    [Fact]
    public void A_failing_row_is_seen_to_fail()
    {
        Assert.Equal(3, guest.Failing.ExitCode);
        Assert.Equal(["once"], guest.Failing.Output);
    }

    [Fact]
    public void A_hanging_row_is_killed_and_the_next_ones_run()
    {
        Assert.True(guest.Hanging.IsLate);
        Assert.Null(guest.Hanging.ExitCode);
    }
}
