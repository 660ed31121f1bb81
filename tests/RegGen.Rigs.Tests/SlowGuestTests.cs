using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>Boots that only <c>tests/rigs/full</c> asks for.</summary>
public sealed class SlowGuestTests(GuestFixture guest)
{
    /// <summary>Its output is the whole table: every check, ahead of time and under the JIT.</summary>
    [SlowFact]
    public void Under_a_JIT_the_rows_end_as_they_do_ahead_of_time()
    {
        GuestRig.Require();
        GuestPayload[] payloads = [new("c", CProgram.Build(GuestRows.CPrograms)), new("tool", LauncherProgram.Folder()), new("module", ModuleProgram.Folder()), new("guest", DotNetProgram.PublishSelfContained("tests/RegGen.Guest"))];
        GuestRow[] rows = [.. GuestRows.OfNet.Concat(GuestRows.OfDriver).Concat(GuestRows.OfLockdown).Select(row => row with { Seconds = 4 * row.Seconds })];
        GuestRun run = GuestRig.Boot("guest-jit", payloads, rows, TimeSpan.FromMinutes(20));
        TestContext.Current.TestOutputHelper?.WriteLine(GuestTable.Write("guest-full", ("AOT", guest.Run), ("JIT", run)));
        Assert.All(rows, row => Assert.True(run[row.Name].ExitCode == 0, run[row.Name].ToString()));
        Assert.True(run.IsComplete, run.Log);
    }

    /// <summary>The ratios are for the closing note: its output is the table. Only what is the same on every run may fail it.</summary>
    [SlowFact]
    public void A_generated_read_of_a_real_port_is_measured_against_C()
    {
        GuestRig.Require();
        GuestPayload program = new("benchmarks", DotNetProgram.PublishNative("tests/RegGen.Benchmarks"));
        GuestRow row = new("benchmarks", "insmod /payload/module/reggen.ko && /payload/benchmarks/RegGen.Benchmarks --guest --rounds 300", 180);
        GuestRun run = GuestRig.Boot("guest-benchmarks", [program, new("module", ModuleProgram.Folder())], [row], TimeSpan.FromMinutes(5));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', run[row.Name].Output));
        Assert.True(run[row.Name].ExitCode == 0, run[row.Name].ToString());
    }
}
