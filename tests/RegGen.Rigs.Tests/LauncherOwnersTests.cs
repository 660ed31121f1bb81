using System.Runtime.InteropServices;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>Which lines of <c>/proc/ioports</c> are owners: in a mount namespace with a list of a machine's kind, and without ioperm, so that nothing is granted.</summary>
public sealed class LauncherOwnersTests
{
    const string Accepted = "This kernel has no ioperm";

    const string Board = """
        0000-0cf7 : PCI Bus 0000:00
          0070-0077 : rtc0
          0290-029f : pnp 00:05
            0295-0296 : nct6775
          02f8-02ff : serial
        0d00-ffff : PCI Bus 0000:00
          c000-cfff : PCI CardBus 0000:05
          d000-dfff : PCI Bus 0000:02
            d000-d0ff : 0000:02:00.0
              d000-d0ff : 0000:02:00.0
          e000-e01f : 0000:01:00.0
          f000-f01f : 0000:00:1f.4
            f000-f01f : i801_smbus
          fe00-fe01 : pnp 00:05x

        """;

    [Theory]
    [InlineData("0x290-0x294", Accepted)]
    [InlineData("0x290-0x295", "belong to \"nct6775\" (0x295-0x296 in /proc/ioports)")]
    [InlineData("0x296-0x297", "belong to \"nct6775\"")]
    [InlineData("0x297", Accepted)]
    [InlineData("0x6F-0x70", "belong to \"rtc0\"")]
    [InlineData("0x300-0x30F", Accepted)]
    [InlineData("0xC000-0xC0FF", Accepted)]
    [InlineData("0xD000", "belong to \"0000:02:00.0\"")]
    [InlineData("0xD100", Accepted)]
    [InlineData("0xE000-0xE01F", Accepted)]
    [InlineData("0xF01F", "belong to \"i801_smbus\"")]
    [InlineData("0xFE00", "belong to \"pnp 00:05x\"")]
    [InlineData("0x300,0xF000", "Ports 0xF000 belong to \"i801_smbus\"")]
    public void A_driver_is_an_owner_and_a_window_is_not(string ports, string says) => Assert.Contains(says, Run(Board, ports), StringComparison.Ordinal);

    [Theory]
    [InlineData("0300-030f serial\n")]
    [InlineData("0300 : serial\n")]
    [InlineData("030f-0300 : serial\n")]
    [InlineData("serial\n")]
    [InlineData("                    0300-030f : serial\n")]
    public void A_line_that_is_not_understood_grants_nothing(string more) => Assert.Contains("has a line that is not understood", Run(Board + more, "0x300"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_list_grants_nothing() => Assert.Contains("/proc/ioports is empty", Run("", "0x300"), StringComparison.Ordinal);

    static string Run(string owners, string ports)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The launcher is for Linux x64.");
        Rig.Require("unshare", "mount");
        if (!Environment.IsPrivilegedProcess)
        {
            Rig.Missing("Only root can run the launcher.");
        }

        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, owners.ReplaceLineEndings("\n"));
            const string Script = """mount --bind "$0" /proc/ioports && exec "$@" """;
            Execution run = Execution.Of("unshare",
                ["-m", "sh", "-c", Script, file, Path.Combine(CProgram.Build("launched"), "launched"), "with", "ioperm", Path.Combine(LauncherProgram.Folder(), "reggen-launch"),
                    "--ports", ports, "--user", "nobody", "--", "/bin/false"], TimeSpan.FromSeconds(30));
            Assert.Equal(125, run.ExitCode);
            return run.Output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
