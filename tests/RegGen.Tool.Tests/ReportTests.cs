using System.Text.Json;

namespace RegGen.Tool.Tests;

/// <summary><c>reggen check --format</c>: the same findings for people, scripts, viewers and workflows.</summary>
public sealed class ReportTests : IDisposable
{
    const string Overlap = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 0, width: 16 }\n  MODE: 1\n";

    readonly ToolProgram _tool = new();

    [Fact]
    public async Task Text_shows_both_places_of_a_conflict()
    {
        Answer answer = await _tool.RunAsync("check", "--format", "text", _tool.Write("timer.regs.yaml", Overlap));

        Assert.Equal((1, ""), (answer.ExitCode, answer.Errors));
        Assert.StartsWith("timer.regs.yaml(6,3): error RG2003: MODE and COUNT (line 5) both answer at port 0x1. ", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n  timer.regs.yaml(5,3): COUNT stands here.\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_everything_in_parts()
    {
        using JsonDocument json = await Parsed("json", Overlap);
        JsonElement finding = Assert.Single(json.RootElement.EnumerateArray());

        Assert.Equal(("RG2003", "error", "timer.regs.yaml"), (Text(finding, "id"), Text(finding, "severity"), Text(finding, "file")));
        Assert.Equal((6, 3, 6, 7), (Number(finding, "line"), Number(finding, "column"), Number(finding, "endLine"), Number(finding, "endColumn")));
        Assert.Equal("MODE and COUNT (line 5) both answer at port 0x1.", Text(finding, "what"));
        JsonElement related = Assert.Single(finding.GetProperty("related").EnumerateArray());
        Assert.Equal((5, 3, "COUNT stands here."), (Number(related, "line"), Number(related, "column"), Text(related, "what")));
    }

    [Fact]
    public async Task Json_without_findings_is_an_empty_list()
    {
        using JsonDocument json = await Parsed("json", ToolProgram.Timer);
        Assert.Equal(0, json.RootElement.GetArrayLength());
    }

    // What the schema of SARIF 2.1.0 requires of a log, and what viewers show.
    [Fact]
    public async Task Sarif_has_rules_results_and_related_places()
    {
        using JsonDocument json = await Parsed("sarif", Overlap);
        Assert.Equal("2.1.0", Text(json.RootElement, "version"));
        JsonElement run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("reggen", Text(driver, "name"));
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];
        Assert.Distinct(rules.Select(rule => Text(rule, "id")));

        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(("RG2003", "error"), (Text(result, "ruleId"), Text(result, "level")));
        Assert.Equal("RG2003", Text(rules[Number(result, "ruleIndex")], "id"));
        Assert.StartsWith("MODE and COUNT (line 5) both answer at port 0x1. Give ", Text(result.GetProperty("message"), "text"), StringComparison.Ordinal);
        Assert.Equal(("timer.regs.yaml", 6), Place(result.GetProperty("locations")[0]));
        Assert.Equal(("timer.regs.yaml", 5), Place(result.GetProperty("relatedLocations")[0]));
    }

    [Fact]
    public async Task Sarif_names_files_as_addresses()
    {
        using JsonDocument json = await Parsed("sarif", Overlap, "my devices/100% timer.regs.yaml");
        JsonElement result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("my%20devices/100%25%20timer.regs.yaml", Place(result.GetProperty("locations")[0]).Item1);
    }

    [Fact]
    public async Task A_workflow_gets_a_command_in_one_line_with_what_means_something_to_it_escaped()
    {
        Answer answer = await _tool.RunAsync("check", "--format", "github", _tool.Write("a,b:c.regs.yaml", Overlap));

        Assert.Matches(
            "^::error file=a%2Cb%3Ac\\.regs\\.yaml,line=6,col=3,endLine=6,endColumn=7,title=RG2003 Registers overlap::MODE and COUNT \\(line 5\\) both answer at port 0x1\\. .+"
            + "%0Aa,b:c\\.regs\\.yaml\\(5,3\\): COUNT stands here\\.\n$",
            answer.Output);
    }

    [Fact]
    public async Task Lints_are_said_on_request_and_are_no_failure()
    {
        string file = _tool.Write("timer.regs.yaml", ToolProgram.Timer);

        Assert.Equal(new Answer(0, "", ""), await _tool.RunAsync("check", file));
        Answer answer = await _tool.RunAsync("check", "--lint", file);
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["RG4006", "RG4001", "RG4002"], answer.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[2].TrimEnd(':')));
    }

    [Fact]
    public async Task Another_format_is_wrong_usage()
    {
        Answer answer = await _tool.RunAsync("check", "--format", "xml", _tool.Write("timer.regs.yaml", ToolProgram.Timer));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("sarif", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_goes_to_the_screen()
    {
        Answer answer = await _tool.RunAsync("schema");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Devices", "device.schema.json")), answer.Output);
    }

    public void Dispose() => _tool.Dispose();

    async Task<JsonDocument> Parsed(string format, string text, string file = "timer.regs.yaml")
    {
        Answer answer = await _tool.RunAsync("check", "--format", format, _tool.Write(file, text));
        Assert.Equal("", answer.Errors);
        return JsonDocument.Parse(answer.Output);
    }

    static (string, int) Place(JsonElement location)
    {
        JsonElement place = location.GetProperty("physicalLocation");
        return (Text(place.GetProperty("artifactLocation"), "uri"), Number(place.GetProperty("region"), "startLine"));
    }

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
