using RegGen.Tool.Policies;

namespace RegGen.Tool.Tests;

/// <summary><c>reggen policy</c>: what a policy says, and what in it could never hold.</summary>
public sealed class PolicyTests : IDisposable
{
    readonly ToolProgram _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>A line, and the entries that it comes to. The group is this system's: Debian's base-passwd gives 'adm' the number 4.</summary>
    public static TheoryData<string, string[]> Lines => new()
    {
        { "uart16550@Com2 rw group:adm", ["0x2F8-0x2FF    rw  gid:4"] },
        { "  0x300\tr  gid:100   # a comment", ["0x300          r   gid:100"] },
        { "0x300-0x30F w sid:S-1-5-32-545", ["0x300-0x30F    w   sid:S-1-5-32-545"] },
        { "mc146818 rw gid:4294967295 system", ["0x70-0x71      rw  gid:4294967295 system"] },
        { "ata@Primary rw gid:6 system", ["0x1F0-0x1F7    rw  gid:6        system", "0x3F6          rw  gid:6        system"] },
        { "0x2E-0x2F rw gid:6 danger", ["0x2E-0x2F      rw  gid:6        danger"] },
        { "0x00-0x0F rw gid:6 danger system", ["0x0-0xF        rw  gid:6        system danger"] },
        { "# nothing", [] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_comes_to_its_entries(string line, string[] entries)
    {
        Answer answer = await _tool.RunAsync("policy", "check", _tool.Write("policy", line + "\n"));
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(entries, answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("0x300 rw", "1: error: a line has ports, access and who: as 'uart16550@Com2 rw group:dialout'.")]
    [InlineData("  0x300 x gid:1", "9: error: 'x' is no access: write r, w or rw.")]
    [InlineData("0x300 rw everybody", "10: error: 'everybody' is nobody: write group:NAME or gid:NUMBER on Linux, account:NAME or sid:S-1-... on Windows.")]
    [InlineData("0x300 rw gid:-1", "10: error: 'gid:-1' is nobody: ")]
    [InlineData("0x300 rw group:nobody-has-this", "10: error: /etc/group has no group 'nobody-has-this'. A group of another place is written by its number, as gid:20.")]
    [InlineData("0x300 rw sid:S-1-5-x", "10: error: 'S-1-5-x' is no SID: it looks like S-1-5-32-545")]
    [InlineData("0x300 rw sid:S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16", "10: error: 'S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16' is no SID")]
    [InlineData("0x300 rw gid:1 sudo", "16: error: 'sudo' is no flag: there are system and danger.")]
    [InlineData("0x30F-0x300 rw gid:1", "1: error: '0x30F-0x300' is no range of ports")]
    [InlineData("uart16550 rw gid:1", "1: error: 'uart16550' has several bases: choose one, as uart16550@Com1")]
    [InlineData("0x70-0x71 rw gid:1", "1: error: 0x70-0x77 needs 'system' behind who may have it: the clock, whose index port also masks the NMI")]
    [InlineData("0x80 rw gid:1 system", "1: error: 0x80-0x8F needs 'danger' behind who may have it: the DMA controllers' page registers")]
    [InlineData("ata@Secondary rw gid:1", "1: error: 0x170-0x177 needs 'system' behind who may have it: the second disk controller reads and writes each sector")]
    [InlineData("0xCA2-0xCA3 rw gid:1 system", "1: error: 0xCA2-0xCA3 needs 'danger' behind who may have it: IPMI's keyboard controller style")]
    [InlineData("0xCFC r gid:1 system danger", "1: error: nobody gets 0xCF8-0xCFF, whatever the policy says: PCI configuration moves devices")]
    [InlineData("0x7F r gid:1 system danger", "1: error: nobody gets 0x7E-0x7F, whatever the policy says: QEMU's virtual APIC writes over the code")]
    [InlineData("0xCD6 rw gid:1 danger", "1: error: 0xCD6-0xCD7 needs 'system' behind who may have it: the same on QEMU; AMD's power management registers")]
    [InlineData("0x90-0x93 r gid:1 system danger", "1: error: nobody gets 0x92, whatever the policy says: system control port A")]
    public async Task What_could_never_hold_is_an_error(string line, string message)
    {
        string file = _tool.Write("policy", "\n" + line);
        Answer answer = await _tool.RunAsync("policy", "check", file);
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith($"{file}:2:{message}", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_that_no_port_needs_is_a_warning()
    {
        string file = _tool.Write("policy", "0x300 rw gid:1 danger");
        Answer answer = await _tool.RunAsync("policy", "check", file);
        Assert.Equal((0, $"{file}:1:16: warning: none of the ports needs 'danger': leave it out.\n"), (answer.ExitCode, answer.Errors));
    }

    [Fact]
    public async Task More_entries_than_the_driver_takes()
    {
        string file = _tool.Write("policy", string.Concat(Enumerable.Range(0, 129).Select(i => $"0x{0x1000 + i:X} rw gid:1\n")));
        Answer answer = await _tool.RunAsync("policy", "check", file);
        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith($"{file}:129:1: error: here begins entry 129, and the driver takes 128", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_driver_nothing_is_loaded()
    {
        if (File.Exists("/dev/reggen"))
        {
            Assert.Skip("This machine has the driver, and a test must not change its policy.");
        }

        Answer answer = await _tool.RunAsync("policy", "load", _tool.Write("policy", "0x300 rw gid:1"));
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("reggen: there is no /dev/reggen: the driver is not loaded.", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there()
    {
        Answer answer = await _tool.RunAsync("policy", "check", "nowhere");
        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith("reggen: Could not find file", answer.Errors, StringComparison.Ordinal);
    }

    /// <summary>The bytes that <c>driver/windows/INSTALL.md</c> spells out.</summary>
    [Fact]
    public async Task The_registry_gets_the_whole_request()
    {
        Answer answer = await _tool.RunAsync("policy", "registry", _tool.Write("policy", "0x300-0x30F rw sid:S-1-5-32-545"));
        string entry = "0003" + "0F03" + "03" + "00" + "01" + "10" + "01020000000000052000000021020000" + new string('0', 104) + "00000000";
        Assert.Equal(
            (0, $@"reg add HKLM\SYSTEM\CurrentControlSet\Services\reggen\Parameters /v Policy /t REG_BINARY /f /d 60000000010000000100000000000000{entry}" + "\n"),
            (answer.ExitCode, answer.Output));
    }

    /// <summary>MS-DTYP 2.4.2.4: BUILTIN\Users is 01 02 00 00 00 00 00 05 20 00 00 00 21 02 00 00.</summary>
    [Fact]
    public void A_sid_is_what_Windows_has_in_memory() =>
        Assert.Equal("01020000000000052000000021020000", Convert.ToHexString(Principal.Parse("sid:S-1-5-32-545", "").Id));
}
