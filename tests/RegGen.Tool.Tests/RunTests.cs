using System.Runtime.InteropServices;

namespace RegGen.Tool.Tests;

/// <summary><c>reggen run</c> up to the launcher, whose command line it prints.</summary>
public sealed class RunTests : IDisposable
{
    readonly ToolProgram _tool = new();

    /// <summary>Claims, and the ports that the datasheets give these devices.</summary>
    public static TheoryData<string, string> Claims => new()
    {
        { "uart16550@0x3F8", "0x3F8-0x3FF" },                              // PC16550D: eight registers, A2 to A0
        { "uart16550@760", "0x2F8-0x2FF" },
        { "UART16550@com3", "0x3E8-0x3EF" },
        { "mc146818", "0x70-0x71" },                                       // a PC's address and data port
        { "Mc146818@Pc", "0x70-0x71" },
        { "ata@Primary", "0x1F0-0x1F7,0x3F6" },                            // command block of eight; of the control block one, 206 above
        { "ata@Secondary", "0x170-0x177,0x376" },
        { "i8254", "0x40-0x43" },                                          // three counters and the control word
        { "vga", "0x3B4-0x3B5,0x3BA,0x3C0-0x3CA,0x3CC,0x3CE-0x3CF,0x3D4-0x3D5,0x3DA" },    // FreeVGA: both places of what moves; no 3CB, 3CD
        { "w83627hf@Usual", "0x2E-0x2F,0x100-0xFFF" },                     // index and data; the monitor wherever its base allows
        { "pci-config", "0xCF8-0xCFF" },                                   // mechanism 1: CONFIG_ADDRESS and CONFIG_DATA
        { "PciBridge", "0xCF8-0xCFF" },                                    // in a file that extends another
        { "0x61", "0x61" },
        { "0x70-0x71", "0x70-0x71" },
        { "uart16550@Com1,0x70-0x71", "0x70-0x71,0x3F8-0x3FF" },
        { "0x71-0x73,0x70-0x72,0x74", "0x70-0x74" },
        { "uart16550@0xFFF8", "0xFFF8-0xFFFF" },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_claim_comes_to_exactly_the_ports_of_the_device(string claim, string ports)
    {
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", claim, "--", "driver");

        Assert.Equal(0, answer.ExitCode);
        Assert.Matches($@"^\S*reggen-launch --ports {ports} -- driver\n$", answer.Output);
    }

    [Fact]
    public async Task Claims_of_all_options_are_joined_and_the_other_options_handed_on()
    {
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", "uart16550@Com2", "--user", "serial", "--share", "PCI conf1", "--claim", "0x61", "--share", "rtc0",
            "--force", "pci-config", "--env", "MODE", "--env", "TEXT=a b", "--", "driver");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.EndsWith(
            "reggen-launch --ports 0x61,0x2F8-0x2FF --user serial --share 'PCI conf1' --share rtc0 --force pci-config --env MODE --env 'TEXT=a b' -- driver\n",
            answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_behind_the_dashes_is_the_programs_alone()
    {
        _tool.Write("words", "expanded");
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", "0x61", "--", "driver", "--help", "--user", "x", "@words", "it's", "", "--", "--claim");

        Assert.Equal(0, answer.ExitCode);
        Assert.EndsWith(@" --ports 0x61 -- driver --help --user x @words 'it'\''s' '' -- --claim" + "\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_claimed_by_its_registers()
    {
        string file = _tool.Write("a@b/timer.regs.yaml", "reggen: 1\ndevice: Timer\nsize: 8\nregisters:\n  COUNT: { at: 1, width: 16 }\n  MODE: { at: 6 }\n");
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", $"{file}@0x300", "--", "driver");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.EndsWith(" --ports 0x301-0x302,0x306 -- driver\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_an_error_says_where()
    {
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", _tool.Write("timer.regs.yaml", ToolProgram.Timer.Replace("at: 0", "at: 4", StringComparison.Ordinal)) + "@1", "--", "driver");

        Assert.Equal((125, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("timer.regs.yaml(5,16): error RG2004: ", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_claims_a_region_that_moves_hears_how_much_that_is()
    {
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", "w83627hf@Usual", "--", "driver");

        Assert.StartsWith("reggen: Monitor of 'w83627hf@Usual' may be anywhere in 0x100-0xFFF, ", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uart16650@0x3F8", "did you mean 'uart16550'?")]
    [InlineData("Uart16650@0x3F8", "It has acpi-pm, ata, ")]
    [InlineData("uart16550", "choose one, as uart16550@Com1 (Com1 0x3F8, Com2 0x2F8, ")]
    [InlineData("uart16550@Com9", "did you mean 'Com1'?")]
    [InlineData("uart16550@0x10000", "has no base '0x10000'")]
    [InlineData("uart16550@", "has no base ''")]
    [InlineData("uart16550@0xFFF9", "would end past port 0xFFFF")]
    [InlineData("rtl8139", "has no usual base: say where it is, as rtl8139@0x1000.")]
    [InlineData("70-71", "write it in hexadecimal")]
    [InlineData("0x71-0x70", "the lower port first")]
    [InlineData("0x70-0x10000", "0xFFFF is the last port")]
    [InlineData("0x70-0x71-0x72", "is no range of ports")]
    [InlineData("0x", "is no range of ports")]
    [InlineData("0x61,", "The claim '' names no device")]
    [InlineData("gone.regs.yaml@0x300", "gone.regs.yaml(1,1): error RG3002")]
    public async Task A_claim_that_is_not_understood_says_what_to_write(string claim, string says)
    {
        Answer answer = await _tool.RunAsync("run", "--print", "--claim", claim, "--", "driver");

        Assert.Equal((125, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(says, answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--", "driver")]
    [InlineData("--claim", "0x61")]
    [InlineData("--claim", "0x61", "--")]
    [InlineData("--claim", "0x61", "driver")]
    [InlineData("--claim", "0x61", "driver", "--", "more")]
    [InlineData("--claim", "0x61", "--shar", "serial", "--", "driver")]
    public async Task A_misspelt_option_is_never_a_program(params string[] arguments)
    {
        Answer answer = await _tool.RunAsync(["run", "--print", .. arguments]);

        Assert.Equal(125, answer.ExitCode);
        Assert.NotEqual("", answer.Errors);
    }

    /// <summary>The launcher refuses; what it grants, the guest of RegGen.Rigs.Tests shows.</summary>
    [Fact]
    public async Task The_launcher_takes_over_and_answers()
    {
        Answer answer = await _tool.RunAsync("run", "--claim", "0x61", "--user", "no-such-user", "--", "driver");

        Assert.Equal((125, ""), (answer.ExitCode, answer.Output));
        bool isHere = File.Exists(Path.Combine(AppContext.BaseDirectory, "reggen-launch"));
        bool isPossible = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
        Assert.StartsWith(isHere ? "reggen-launch: " : isPossible ? "reggen: There is no launcher " : "reggen: Programs can be run with ports on Linux x64 alone.",
            answer.Errors, StringComparison.Ordinal);
    }

    /// <summary>A process that is replaced never comes to remove them.</summary>
    [Fact]
    public async Task The_tools_own_diagnostics_socket_does_not_stay_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There are files of it on Linux alone.");
        _tool.Write("tmp/file", "");
        _tool.Environment["TMPDIR"] = Path.Combine(_tool.Folder, "tmp");
        await _tool.RunAsync("run", "--claim", "0x61", "--user", "no-such-user", "--", "driver");

        Assert.Equal(["file"], Directory.GetFileSystemEntries(Path.Combine(_tool.Folder, "tmp")).Select(Path.GetFileName));
    }

    public void Dispose() => _tool.Dispose();
}
