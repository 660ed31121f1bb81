using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>A kernel that is locked down stays so: it has a boot of its own.</summary>
public sealed class LockdownTests
{
    [Fact]
    public void A_locked_down_kernel_refuses_the_grant_and_the_message_says_that_it_is_not_the_capability()
    {
        GuestRig.Require();
        GuestPayload program = new("guest", DotNetProgram.PublishNative("tests/RegGen.Guest"));
        GuestRow row = new("lockdown", "/payload/guest/RegGen.Guest refused NoPermission 'has CAP_SYS_RAWIO'");
        GuestPayload tool = new("tool", LauncherProgram.Folder());
        GuestRow launch = new("launch", "/payload/tool/reggen-launch --user guest --ports 0xE0 -- true");
        GuestRun run = GuestRig.Boot("guest-lockdown", [program, tool], [row, launch], TimeSpan.FromMinutes(3), "lockdown=integrity");
        Assert.True(run[row.Name].ExitCode == 0, run[row.Name].ToString());
        Assert.True(run[launch.Name].ExitCode == 125, run[launch.Name].ToString());
        Assert.StartsWith("reggen-launch: The kernel refuses ports 0xE0 although this is root: it is locked down ", Assert.Single(run[launch.Name].Output), StringComparison.Ordinal);
    }
}
