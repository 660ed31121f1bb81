using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>Boots that only <c>tests/rigs/full</c> asks for.</summary>
public sealed class SlowGuestTests
{
    [SlowFact]
    public void A_program_with_a_JIT_finds_everything_right_in_the_guest()
    {
        GuestRig.Require();
        GuestPayload program = new("guest", DotNetProgram.PublishSelfContained("tests/RegGen.Guest"));
        GuestRun run = GuestRig.Boot("guest-jit", [program], [new("jit", "/payload/guest/RegGen.Guest", 120)], TimeSpan.FromMinutes(5));
        Assert.True(run["jit"].ExitCode == 0, run["jit"].ToString());
        Assert.True(run.IsComplete, run.Log);
    }
}
