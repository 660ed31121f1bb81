using System.ComponentModel;
using System.Diagnostics;
using RegGen.Rigs;

namespace RegGen.Tests;

/// <summary>That the child has no ports is shown in the guest rig, where there are some.</summary>
public sealed class PortFreeProcessTests
{
    [Fact]
    public void A_program_is_started_as_usual()
    {
        Rig.Require("echo");
        using Process process = PortFreeProcess.Start(new ProcessStartInfo("echo", ["hello"]) { RedirectStandardOutput = true })!;
        Assert.Equal("hello", process.StandardOutput.ReadToEnd().Trim());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void A_program_that_is_not_there_is_the_usual_exception() =>
        Assert.Throws<Win32Exception>(() => PortFreeProcess.Start(new ProcessStartInfo("/nowhere/program")));
}
