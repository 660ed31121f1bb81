using System.Globalization;
using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>The Linux driver in a real kernel, on real ports.</summary>
public sealed class ModuleTests(ModuleFixture guest, ITestOutputHelper output) : IClassFixture<ModuleFixture>
{
    [Theory]
    [MemberData(nameof(ModuleFixture.Programs), MemberType = typeof(ModuleFixture))]
    public void A_program_finds_everything_right(string row) => AllGood(guest.Run[row]);

    [Theory]
    [InlineData("load", 0, "666 a")]
    [InlineData("unload while open", 1, "00e0-00e3 : reggen")]
    [InlineData("unload while open", 1, "rmmod: ")]
    [InlineData("nothing left", 0, "")]
    [InlineData("complaints", 0, "")]
    public void It_is_loaded_and_unloaded(string row, int code, string says)
    {
        GuestResult result = guest.Run[row];
        Assert.True(result.ExitCode == code, result.ToString());
        Assert.Contains(says, string.Join('\n', result.Output), StringComparison.Ordinal);
    }

    /// <summary>B2 and 604: QEMU's pc, by SeaBIOS. 3E0: as the table has it that took the firmware's place.</summary>
    [Fact]
    public void It_hears_from_the_firmware_which_ports_reset_sleep_and_command()
    {
        string[] told = ["reggen: ports 00b2-00b2 are for nobody: commands to the firmware in system management mode", "reggen: ports 0604-0605 need 'system danger': sleep and power off"];
        Assert.Equal(told, guest.Run["told"].Output);
        Assert.Equal([told[0], "reggen: ports 03e0-03e0 are for nobody: the machine's reset", told[1]], guest.Reset["told"].Output);
        AllGood(guest.Reset["firmware"]);
        Assert.True(guest.Reset["complaints"].ExitCode == 0, guest.Reset["complaints"].ToString());
        Assert.True(guest.Reset.IsComplete, guest.Reset.Log);
    }

    [Fact]
    public void Under_lockdown_it_serves_if_it_is_told_to()
    {
        Assert.Equal(["Y"], guest.Served["load"].Output);
        AllGood(guest.Served["lockdown"]);
        Assert.True(guest.Served["complaints"].ExitCode == 0, guest.Served["complaints"].ToString());
        Assert.True(guest.Served.IsComplete, guest.Served.Log);
    }

    [Fact]
    public void The_guest_comes_to_its_end() => Assert.True(guest.Run.IsComplete, guest.Run.Log);

    [SlowFact]
    public void A_million_hostile_requests_do_it_no_harm()
    {
        string program = $"/payload/module/module hammer {(5 * ModuleFixture.Hammered).ToString(CultureInfo.InvariantCulture)}";
        GuestRun run = ModuleFixture.Boot("guest-module-hammer", [new("load", ModuleFixture.Load), new("hammer", program, 900), new("complaints", ModuleFixture.Complaints)], minutes: 20);
        AllGood(run["hammer"]);
        Assert.True(run["complaints"].ExitCode == 0, run["complaints"].ToString());
        Assert.True(run.IsComplete, run.Log);
    }

    void AllGood(GuestResult result)
    {
        output.WriteLine(result.ToString());
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.DoesNotContain(result.Output, line => line.StartsWith("not ok", StringComparison.Ordinal));
        Assert.Contains($"1..{result.Output.Count(line => line.StartsWith("ok ", StringComparison.Ordinal))}", result.Output);
    }
}
