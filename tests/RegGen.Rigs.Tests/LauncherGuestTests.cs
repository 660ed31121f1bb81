using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>The launcher on a kernel that has ioperm.</summary>
public sealed class LauncherGuestTests(LauncherFixture guest) : IClassFixture<LauncherFixture>
{
    [Theory]
    [MemberData(nameof(LauncherFixture.Programs), MemberType = typeof(LauncherFixture))]
    public void A_launched_program_has_its_ports_and_nothing_of_roots(string row)
    {
        GuestResult result = guest.Run[row];
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.DoesNotContain(result.Output, line => line.StartsWith("not ok", StringComparison.Ordinal));
        Assert.Contains($"1..{result.Output.Count(line => line.StartsWith("ok ", StringComparison.Ordinal))}", result.Output);
    }

    [Theory]
    [InlineData("a folder for locks", 0, "0 65534 770")]
    [InlineData("an owner", 125, "Ports 0x3F8-0x3FF belong to \"serial\" (0x3F8-0x3FF in /proc/ioports). Unbind that driver: ")]
    [InlineData("an owner of a part", 125, "Ports 0x3F0-0x3F8 belong to \"serial\"")]
    [InlineData("a shared owner", 0, "shared: 0x3F8-0x3FF with \"serial\" (0x3F8-0x3FF).")]
    [InlineData("another shared owner", 125, "or, if both may use the ports, add --share \"serial\".")]
    [InlineData("the kernel's ACPI", 125, "Ports 0x608 belong to \"ACPI PM_TMR\" (0x608-0x60B in /proc/ioports).")]
    [InlineData("a window of PCI", 0, "c100-c10f : 0000:00:01.1")]
    [InlineData("an exit code", 42, "")]
    [InlineData("a death", 128 + 10, "")]
    [InlineData("^C", 128 + 2, "")]
    [InlineData("SIGTERM", 128 + 15, "")]
    [InlineData("SIGTERM handled", 5, "bye")]
    [InlineData("SIGHUP ignored", 6, "")]
    [InlineData("SIGKILL", 1, "")]
    [InlineData("not found", 127, "\"no-such-program\" cannot be executed: No such file or directory.")]
    [InlineData("not executable", 126, "\"/etc/passwd\" cannot be executed: Permission denied.")]
    [InlineData("a user of root's group", 125, "User \"admin\" has root's group")]
    [InlineData("forced", 0, "forced: 0x92 (reset): ")]
    public void A_launch_ends_as_it_should_and_says_why(string row, int code, string says)
    {
        GuestResult result = guest.Run[row];
        Assert.True(result.ExitCode == code, result.ToString());
        Assert.Contains(says, string.Join('\n', result.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guest_comes_to_its_end() => Assert.True(guest.Run.IsComplete, guest.Run.Log);
}
