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

    /// <summary>The ratios are for the closing note: its output is the table. Only what is the same on every run may fail it.</summary>
    [SlowFact]
    public void A_generated_read_of_a_real_port_is_measured_against_C()
    {
        GuestRig.Require();
        GuestPayload program = new("benchmarks", DotNetProgram.PublishNative("tests/RegGen.Benchmarks"));
        GuestRow row = new("benchmarks", "/payload/benchmarks/RegGen.Benchmarks --guest --rounds 300", 180);
        GuestRun run = GuestRig.Boot("guest-benchmarks", [program], [row], TimeSpan.FromMinutes(5));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', run[row.Name].Output));
        Assert.True(run[row.Name].ExitCode == 0, run[row.Name].ToString());
    }
}
