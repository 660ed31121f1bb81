using System.Text.Json;

namespace RegGen.Tool.Tests;

public sealed class DoctorTests : IDisposable
{
    static readonly string[] s_backends = ["direct", "driver", "device-file", "pci", "qemu", "simulated"];

    readonly ToolProgram _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_report_for_scripts_and_the_exit_code_say_the_same()
    {
        Answer answer = await _tool.RunAsync("doctor", "--json");
        Assert.Empty(answer.Errors);
        using JsonDocument report = JsonDocument.Parse(answer.Output);
        JsonElement[] backends = [.. report.RootElement.GetProperty("backends").EnumerateArray()];
        Assert.Equal(s_backends, backends.Select(backend => backend.GetProperty("name").GetString()));
        bool reaches = backends.Any(backend => backend.GetProperty("works").GetBoolean() && backend.GetProperty("reaches").GetString() == "machine");
        Assert.Equal(reaches, report.RootElement.GetProperty("reachesPorts").GetBoolean());
        Assert.Equal(reaches ? 0 : 1, answer.ExitCode);
        Assert.All(backends, backend => Assert.Equal(backend.GetProperty("works").GetBoolean(), backend.GetProperty("remedy").GetString()!.Length == 0));
    }

    [Fact]
    public async Task The_report_for_people_has_a_line_for_each_backend_and_what_to_do()
    {
        Answer answer = await _tool.RunAsync("doctor");
        Assert.All(s_backends, name => Assert.Matches($"(?m)^{name} +(works|no) +\\S", answer.Output));
        Assert.Matches("(?m)^simulated +works ", answer.Output);
        Assert.Contains("what to do: ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  system: ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_calls_the_program_by_its_command() =>
        Assert.Contains("reggen [command]", (await _tool.RunAsync("--help")).Output, StringComparison.Ordinal);
}
