using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>Programs of .NET on the Windows driver, in Wine: the driver as it is shipped, with ports that a companion plays.</summary>
public sealed class WineProgramTests(ITestOutputHelper output)
{
    // What .NET says when it ends itself, as it did once in Wine under load. The driver is in another process: it has no part in that.
    const string RuntimeEnded = "Internal CLR error";
    const int MostAttempts = 3;

    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>The library's own tests for Windows, an executable of xunit.</summary>
    [Fact]
    public void The_library_finds_everything_right_on_the_Windows_driver()
    {
        Execution run = With(0, "tests/RegGen.Windows", "-noLogo");
        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches(@"Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0", run.Output);
    }

    /// <summary>The main job by the driver, on QEMU's device models: the same lines as there without it.</summary>
    [Fact]
    public void The_demo_does_by_the_Windows_driver_what_it_does_on_QEMUs_models()
    {
        Rig.Require("qemu-system-x86_64");
        ushort port = FreePort();
        Execution run = OnQemu(port, () => With(port, "src/RegGen.Demo", "--via driver"));
        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);

        string[] lines = [.. run.Output.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n')];
        Assert.Equal(DemoProgram.Comparable(DemoProgram.OnQemu()), DemoProgram.Comparable(DriverTrace.Plain(lines)));
    }

    static Execution With(ushort port, string project, string arguments)
    {
        Rig.Require("wine", "x86_64-w64-mingw32-gcc");
        string program = Path.Combine(DotNetProgram.PublishForWindows(project), Path.GetFileName(project) + ".exe");
        Execution run;
        int attempts = 0;
        do
        {
            run = Execution.Of(Repository.At("tests", "rigs", "wine", "with"),
                [port.ToString(CultureInfo.InvariantCulture), $"Z:{program.Replace('/', '\\')} {arguments}"], s_patience);
        }
        while (run.Output.Contains(RuntimeEnded, StringComparison.Ordinal) && ++attempts < MostAttempts);
        return run;
    }

    static Execution OnQemu(ushort port, Func<Execution> run)
    {
        using Process qemu = Process.Start("qemu-system-x86_64",
            ["-M", "pc", "-accel", "tcg", "-S", "-display", "none", "-nodefaults", "-serial", "null", "-serial", "null", "-rtc", "base=localtime", "-qtest-log", "/dev/null",
                "-qtest", string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{port},server=on,wait=off")]);
        try
        {
            return run();
        }
        finally
        {
            qemu.Kill();
            qemu.WaitForExit();
        }
    }

    static ushort FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return (ushort)((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
