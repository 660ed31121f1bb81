namespace RegGen.Tool.Tests;

/// <summary><c>reggen check</c> as a user runs it.</summary>
public sealed class CheckTests : IDisposable
{
    readonly ToolProgram _tool = new();

    public static TheoryData<string> Devices => ["uart16550/uart16550.regs.yaml", "mc146818/mc146818.regs.yaml"];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task A_sound_description_is_answered_by_0_and_nothing_else(string file) =>
        Assert.Equal(new Answer(0, "", ""), await _tool.RunAsync("check", Path.Combine(AppContext.BaseDirectory, "Devices", file)));

    [Fact]
    public async Task An_error_is_a_line_with_its_place_and_the_answer_1()
    {
        string file = _tool.Write("timer.regs.yaml", ToolProgram.Timer.Replace("at: 0", "at: 4", StringComparison.Ordinal));

        Assert.Equal(
            new Answer(1, "timer.regs.yaml(5,16): error RG2004: COUNT covers ports 0x4 to 0x4, but the device ends at 0x3. Correct 'at', or the 'size' of the device or region.\n", ""),
            await _tool.RunAsync("check", file));
    }

    [Fact]
    public async Task A_remark_is_a_line_too_but_no_failure()
    {
        string file = _tool.Write("timer.regs.yaml", ToolProgram.Timer.Replace("at: 0", "at: 0, fields: { Reset: 0 }", StringComparison.Ordinal));
        Answer answer = await _tool.RunAsync("check", file);

        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("timer.regs.yaml(5,29): info RG2018: ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_errors_of_all_files_come_in_one_run()
    {
        string first = _tool.Write("a.regs.yaml", ToolProgram.Timer.Replace("at: 0", "at: 4, widht: 8", StringComparison.Ordinal) + "  LATE: 9\n");
        string second = _tool.Write("b.regs.yaml", "reggen: 1\na: [1\nb: 2\n");
        Answer answer = await _tool.RunAsync("check", first, second);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(["a.regs.yaml(5,19): error RG1001", "a.regs.yaml(6,9): error RG2004", "b.regs.yaml(2,4): error RG0001"],
            answer.Output.TrimEnd('\n').Split('\n').Select(line => string.Join(':', line.Split(':')[..2])));
    }

    [Fact]
    public async Task A_device_described_twice_is_an_error_of_the_later_file()
    {
        _tool.Write("a/timer.regs.yaml", ToolProgram.Timer);
        _tool.Write("b/timer.regs.yaml", ToolProgram.Timer);

        Assert.Equal(
            new Answer(1, "b/timer.regs.yaml(2,9): error RG3001: The C# name Timer is made from timer.regs.yaml too. Rename one of the two, or give one another C# name by 'name:'.\n", ""),
            await _tool.RunAsync("check", "b/timer.regs.yaml", "a/timer.regs.yaml"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_beside_those_of_the_others()
    {
        string file = _tool.Write("timer.regs.yaml", ToolProgram.Timer);
        Answer answer = await _tool.RunAsync("check", "gone.regs.yaml", file);

        Assert.Equal(1, answer.ExitCode);
        Assert.Matches(@"^gone\.regs\.yaml\(1,1\): error RG3002: .+ Check that the file exists and may be read\.\n$", answer.Output);
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_cannot_be_read() => Assert.Equal(1, (await _tool.RunAsync("check", ".")).ExitCode);

    [Theory]
    [InlineData("check")]
    [InlineData("chekc", "x")]
    [InlineData("check", "--no-such-option", "x")]
    [InlineData("emit")]
    [InlineData("emit", "-o")]
    public async Task Wrong_usage_is_answered_by_2_and_help(params string[] arguments)
    {
        Answer answer = await _tool.RunAsync(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.NotEqual("", answer.Errors);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        Answer answer = await _tool.RunAsync("--help");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("check", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
