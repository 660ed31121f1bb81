using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

public sealed class ExecutionTests
{
    [Fact]
    public void A_program_that_does_not_end_is_killed_with_what_it_started()
    {
        Rig.Require("sh", "sleep");
        Execution stopped = Execution.Of("sh", ["-c", "echo said; sleep 1000 & sleep 1000"], TimeSpan.FromMilliseconds(300));
        Assert.Null(stopped.ExitCode);
        Assert.StartsWith("said", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("did not end in time", Assert.Throws<InvalidOperationException>(stopped.Succeeded).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_fails_says_what_it_said()
    {
        Rig.Require("sh");
        Execution failed = Execution.Of("sh", ["-c", "echo why >&2; exit 3"], TimeSpan.FromSeconds(10));
        Assert.Equal(3, failed.ExitCode);
        Assert.Contains("why", Assert.Throws<InvalidOperationException>(failed.Succeeded).Message, StringComparison.Ordinal);
    }
}
