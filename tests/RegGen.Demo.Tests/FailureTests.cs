using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

/// <summary>Each failure has an exit code of its own and one line that says what to do.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("--base takes a port from 0 to 0xFFF8, not 'zz'. See --help.", "--base", "zz")]
    [InlineData("--base takes a port from 0 to 0xFFF8, not '0x10000'. See --help.", "--base", "0x10000")]
    [InlineData("--base takes a port from 0 to 0xFFF8, not '0xFFF9'. See --help.", "--base", "0xFFF9")]
    [InlineData("--base 0x6C overlaps the clock at 0x70. See --help.", "--base", "0x6C")]
    [InlineData("--via is one of simulated, qemu, machine, direct, driver, device-file, not 'Simulated'. See --help.", "--via", "Simulated")]
    [InlineData("Unrecognized command or argument '--loud'. See --help.", "--loud")]
    public void Bad_arguments_end_with_2(string message, params string[] arguments)
    {
        Execution run = DemoRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(message, run.Output.TrimEnd('\n'));
    }

    [Fact]
    public void A_missing_QEMU_ends_with_3()
    {
        Execution run = DemoRun.OnAnEmptyPath("--via", "qemu");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Install QEMU", Assert.Single(DemoRun.LinesOf(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_ports_end_with_4()
    {
        if (Environment.IsPrivilegedProcess && File.Exists("/dev/port"))
        {
            Assert.Skip("This process may open real ports, and a test must not touch those of the machine it runs on.");
        }

        // Where a kernel driver has the ports, that would be the first reason.
        Execution run = DemoRun.Of("--via", "direct", "--share", "serial", "--share", "rtc0", "--share", "rtc_cmos");
        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith("The claim of Uart16550 at 0x2F8 (0x2F8-0x2FF) was refused: ", Assert.Single(DemoRun.LinesOf(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_without_a_device_ends_with_5()
    {
        Execution run = DemoRun.Of("--quiet", "--base", "0x3E8");
        Assert.Equal(5, run.ExitCode);
        Assert.Equal("There is no 16550 at 0x3E8: the scratch register reads 0xFF after 0x55.", run.Output.TrimEnd('\n'));
    }

    [Fact]
    public void Help_lists_the_exit_codes()
    {
        Execution run = DemoRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        foreach (int code in new[] { 0, 2, 3, 4, 5 })
        {
            Assert.Contains($"\n  {code}  ", run.Output, StringComparison.Ordinal);
        }
    }
}
