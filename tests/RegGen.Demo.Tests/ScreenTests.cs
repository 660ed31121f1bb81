using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

public sealed class ScreenTests
{
    const char Escape = '\x1B';

    [Fact]
    public void A_pipe_gets_plain_text_on_lines_of_any_length() => Assert.DoesNotContain(Escape, DemoRun.Of().Output);

    [Fact]
    public void A_terminal_gets_colours()
    {
        // script runs a program on a terminal of its own.
        Rig.Require("script");
        string demo = Path.Combine(AppContext.BaseDirectory, "RegGen.Demo.dll");
        Execution run = Execution.Of("script", ["-qec", $"TERM=xterm-256color dotnet '{demo}'", "/dev/null"], TimeSpan.FromMinutes(1));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{Escape}[38;5;12mCOM2.LCR{Escape}[0m", run.Output, StringComparison.Ordinal);
    }
}
