namespace RegGen.Tool.Tests;

/// <summary>The tool finds the files that a description uses beside it.</summary>
public sealed class SharedFileTests : IDisposable
{
    const string Modes = "reggen: 1\nlibrary: Modes\nenums: { Mode: { Off: 0, On: 1 } }\n";
    const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nuse: ../shared/modes.regs.yaml\nregisters:\n  CONTROL: { at: 0, reset: 0, fields: { Mode: 0 rw Mode } }\n";

    readonly ToolProgram _tool = new();

    [Fact]
    public async Task Used_files_need_not_be_named()
    {
        _tool.Write("shared/modes.regs.yaml", Modes);
        Assert.Equal(new Answer(0, "", ""), await _tool.RunAsync("check", _tool.Write("a/timer.regs.yaml", Timer)));
    }

    [Fact]
    public async Task A_used_file_that_has_an_error_says_so_even_if_nobody_named_it()
    {
        _tool.Write("shared/modes.regs.yaml", Modes.Replace("On: 1", "On: one", StringComparison.Ordinal));
        Answer answer = await _tool.RunAsync("check", _tool.Write("a/timer.regs.yaml", Timer), _tool.Write("a/again.regs.yaml", Timer.Replace("Timer", "Again", StringComparison.Ordinal)));

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(
            ["a/timer.regs.yaml(4,6): error RG3104", "a/again.regs.yaml(4,6): error RG3104", "shared/modes.regs.yaml(3,30): error RG1004"],
            answer.Output.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith(' ')).Select(line => string.Join(':', line.Split(':')[..2])));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_missed_where_it_is_used_with_the_nearest_name()
    {
        _tool.Write("shared/mode.regs.yaml", Modes);
        Answer answer = await _tool.RunAsync("check", _tool.Write("a/timer.regs.yaml", Timer));

        Assert.StartsWith("a/timer.regs.yaml(4,6): error RG3101: There is no file '../shared/modes.regs.yaml'; did you mean '../shared/mode.regs.yaml'?", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_is_emitted_as_its_enums()
    {
        Answer answer = await _tool.RunAsync("emit", _tool.Write("modes.regs.yaml", Modes), "--public");

        Assert.Contains("\npublic enum Mode : byte\n", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
