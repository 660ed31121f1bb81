using System.Runtime.InteropServices;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>What the launcher refuses. Each run ends before a port is granted, so that nothing on this machine changes.</summary>
public sealed class LauncherTests
{
    const string Never = "/bin/false";

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Command lines, in words without spaces, and what is said about them.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "", "There is no program to execute" },
        { "--ports 0x61", "There is no program to execute" },
        { "--ports 0x61 --", "There is no program to execute" },
        { "-- x", "There are no ports to claim" },
        { "--port 0x61 -- x", "\"--port\" is no option" },
        { "--ports=0x61 -- x", "\"--ports=0x61\" is no option" },
        { "x --ports 0x61", "\"x\" is no option" },
        { "--ports -- x", "--ports has no value" },
        { "--ports 0x61 --user", "--user has no value" },
        { "--ports 0x61 --ports 0x62 -- x", "--ports stands here twice" },
        { "--ports 0x61 --user a --user b -- x", "--user stands here twice" },
        { "--ports 61 -- x", "\"61\" is no list of ports: a port is written in hexadecimal as 0x70" },
        { "--ports 0x -- x", "is no list of ports" },
        { "--ports 0x61, -- x", "is no list of ports" },
        { "--ports ,0x61 -- x", "is no list of ports" },
        { "--ports 0x61- -- x", "is no list of ports" },
        { "--ports -0x61 -- x", "is no list of ports" },
        { "--ports 0x61-0x62-0x63 -- x", "goes on behind a port with \"-0x63\"" },
        { "--ports 0x61x -- x", "goes on behind a port with \"x\"" },
        { "--ports 0x61..0x62 -- x", "goes on behind a port with \"..0x62\"" },
        { "--ports 0x10000 -- x", "past 0xFFFF" },
        { "--ports 0x61-0x100000061 -- x", "past 0xFFFF" },
        { "--ports 0x62-0x61 -- x", "last port is below its first" },
        { "--ports 0x61,0x70-0x71,0x71-0x72 -- x", "names port 0x71 twice" },
        { "--ports 0x61 --user nobody --force rest -- x", "--force knows no group \"rest\": there are dma, pic, super-io, " },
        { "--ports 0x61 --user no-such-user -- x", "There is no user \"no-such-user\". Make one for this alone: useradd --system " },
        { "--ports 0x61 --user root -- x", "User \"root\" is root" },
        { "--ports 0x2F8 --user nobody --env =x -- x", "names no variable" },
        { "--ports 0x2F8 --user nobody --env 1A=x -- x", "names no variable" },
        { "--ports 0x2F8 --user nobody --env A.B=x -- x", "names no variable" },
        { "--ports 0x2F8 --user nobody --env NO_SUCH_VARIABLE -- x", "is not set here" },
        { "--ports 0x2F8 --user nobody --env A=1 --env B=1 --env A=2 -- x", "--env names A twice" },
        { "--ports 0x2F8 --user nobody --env REGGEN_PORTS=0x0-0xFFFF -- x", "--env may not set REGGEN_PORTS" },
        { "--ports 0x2F8 --user nobody --env DOTNET_EnableDiagnostics=1 -- x", "--env may not set DOTNET_EnableDiagnostics" },
        { "--ports 0x2F8 --user nobody --env COMPlus_enablediagnostics_IPC=1 -- x", "--env may not set COMPlus_enablediagnostics_IPC" },
    };

    /// <summary>Ports of each group: what PCs have there, by the data sheets of Intel's chip sets and QEMU's fw_cfg.</summary>
    public static TheoryData<string, string> Denied => new()
    {
        { "0x0", "dma" }, { "0x87", "dma" }, { "0xC0-0xDF", "dma" }, { "0x20", "pic" }, { "0xA1", "pic" }, { "0x4D0-0x4D1", "pic" }, { "0x2E-0x2F", "super-io" },
        { "0x4E", "super-io" }, { "0x43", "pit" }, { "0x60", "keyboard" }, { "0x64", "keyboard" }, { "0x92", "reset" }, { "0xB2", "smi" }, { "0x511", "fw-cfg" },
        { "0xCF8-0xCFF", "pci-config" }, { "0xCF9", "pci-config" }, { "0x5F-0x60", "keyboard" }, { "0x2F8-0x2FF,0x92", "reset" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_command_line_that_is_not_understood_is_refused_in_one_line(string words, string says)
    {
        Execution run = Run(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(125, run.ExitCode);
        string last = run.Output.Split('\n')[^1];
        Assert.StartsWith("reggen-launch: ", last, StringComparison.Ordinal);
        Assert.Contains(says, last, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Denied))]
    public void Ports_by_which_a_program_takes_over_the_machine_are_refused(string ports, string group)
    {
        Execution run = Run("--ports", ports, "--user", "nobody", "--", Never);
        Assert.Equal(125, run.ExitCode);
        Assert.Contains($" ({group}), which no program should have: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith($"add --force {group}.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Forcing_one_group_forces_no_other()
    {
        Execution run = Run("--ports", "0x92,0xB2", "--force", "reset", "--user", "nobody", "--", Never);
        Assert.Equal(125, run.ExitCode);
        Assert.Contains("forced: 0x92 (reset): ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("add --force smi.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_without_ioperm_is_the_cause_that_is_named()
    {
        Require();
        Execution run = Execution.Of(Path.Combine(CProgram.Build("launched"), "launched"),
            ["with", "ioperm", Path.Combine(LauncherProgram.Folder(), "reggen-launch"), "--ports", "0xE0", "--user", "nobody", "--", Never], s_patience);
        Assert.Equal(125, run.ExitCode);
        Assert.EndsWith("reggen-launch: This kernel has no ioperm: it was built without CONFIG_X86_IOPL_IOPERM. Run one that has it, as all common distributions' do.",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_with_the_set_user_ID_bit_refuses()
    {
        Execution run = AsNobody(UnixFileMode.SetUser);
        Assert.Equal(125, run.ExitCode);
        Assert.Contains("must not be installed set-user-ID", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_not_root_is_refused()
    {
        Execution run = AsNobody(UnixFileMode.None);
        Assert.Equal(125, run.ExitCode);
        Assert.Contains("Only root may grant ports", run.Output, StringComparison.Ordinal);
    }

    /// <summary>In a user namespace the kernel shows all owners at port 0, and so none where they are.</summary>
    [Fact]
    public void The_root_of_a_container_to_whom_owners_are_hidden_is_refused()
    {
        Require();
        Rig.Require("unshare");
        if (Execution.Of("unshare", ["-U", "-r", "true"], s_patience).ExitCode != 0)
        {
            Rig.Missing("User namespaces are switched off.");
        }

        // In there, root is the one user that is known by a number.
        Execution run = Execution.Of("unshare", ["-U", "-r", Path.Combine(LauncherProgram.Folder(), "reggen-launch"), "--ports", "0xE0", "--user", "nobody", "--", Never], s_patience);
        Assert.Equal(125, run.ExitCode);
        Assert.EndsWith("/proc/ioports hides its addresses from this process. Run as root of the machine, not of a container.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_no_error() => Assert.StartsWith("usage: reggen-launch ", Run("--help").Succeeded(), StringComparison.Ordinal);

    static Execution Run(params string[] arguments)
    {
        Require();
        return LauncherProgram.Run(arguments);
    }

    static Execution AsNobody(UnixFileMode more)
    {
        Require();
        Rig.Require("setpriv");
        _ = LauncherProgram.Folder();
        string folder = Directory.CreateTempSubdirectory("reggen-").FullName;
        try
        {
            const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            string copy = Path.Combine(LauncherProgram.CopyTo(folder), "reggen-launch");
            SetMode(folder, ForAll);
            SetMode(copy, ForAll | more);
            return Execution.Of("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", copy, "--ports", "0xE0", "--user", "nobody", "--", Never], s_patience, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    static void Require()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The launcher is for Linux x64.");
        if (!Environment.IsPrivilegedProcess)
        {
            Rig.Missing("Only root can run the launcher.");
        }
    }
}
