using System.Globalization;
using Microsoft.Diagnostics.Tracing;
using RegGen.Recording;
using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

/// <summary>What the environment asks of a program that knows nothing of it.</summary>
public sealed class EnvironmentTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_trace_goes_to_the_error_stream_or_a_file()
    {
        Execution run = Ask("trace=-");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^ +\d+\.\d{6} +1  0x2FF/8   <- 0x55$", run.Output);
        Ask($"trace={At("trace.txt")},record={At("session.jsonl")}");
        Assert.Equal(PortRecording.Load(At("session.jsonl")).Accesses.Count, File.ReadAllLines(At("trace.txt")).Length);
    }

    [Fact]
    public void A_session_is_recorded_as_the_program_itself_would()
    {
        Execution run = Ask($"record={At("asked.jsonl")}", "--record", At("own.jsonl"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            PortRecording.Load(At("own.jsonl")).Accesses.Select(access => access.Access),
            PortRecording.Load(At("asked.jsonl")).Accesses.Select(access => access.Access));
    }

    [Fact]
    public void Every_write_is_written_down()
    {
        Ask($"audit={At("writes.log")}, record={At("session.jsonl")}");
        Assert.Equal(
            PortRecording.Load(At("session.jsonl")).Accesses.Where(access => access.Access.IsWrite).Select(access => access.Access.ToString()),
            File.ReadAllLines(At("writes.log")).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..]).Select(words => string.Join(' ', words)));

        // It goes on behind what is there.
        int before = File.ReadAllLines(At("writes.log")).Length;
        Ask($"audit={At("writes.log")}");
        Assert.Equal(2 * before, File.ReadAllLines(At("writes.log")).Length);
    }

    [Fact]
    public void Nothing_is_written_where_the_bus_is_to_be_read_only()
    {
        Execution run = Ask("read-only");
        Assert.Equal(4, run.ExitCode);
        Assert.Equal("Writing Uart16550.SCR at port 0x2FF (8 bits) was refused: The bus is read-only, and this would write 0x55 to 0x2FF. Open the bus without the read-only backend to write.", run.Output.TrimEnd());
    }

    [Theory]
    [InlineData("readonly", "The environment variable REGGEN_BUS has 'readonly'. ")]
    [InlineData("audit=", "The environment variable REGGEN_BUS has 'audit='. ")]
    [InlineData("trace=-,trace=-", "The environment variable REGGEN_BUS has 'trace=-' a second time. ")]
    [InlineData("record=/nowhere/session.jsonl", "The environment variable REGGEN_BUS has record=/nowhere/session.jsonl, and that file cannot be written: ")]
    public void What_cannot_be_had_is_refused(string asked, string message)
    {
        Execution run = Ask(asked);
        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith(message, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtimes_own_tracing_sees_every_access()
    {
        Execution run = DemoRun.With(new Dictionary<string, string>
        {
            ["DOTNET_EnableEventPipe"] = "1",
            ["DOTNET_EventPipeConfig"] = "RegGen:FFFFFFFFFFFFFFFF:5",
            ["DOTNET_EventPipeOutputPath"] = At("demo.nettrace"),
        }, "--record", At("session.jsonl"));
        Assert.Equal(0, run.ExitCode);

        List<string> seen = [];
        using (var source = new EventPipeEventSource(At("demo.nettrace")))
        {
            source.Dynamic.All += data => seen.Add(data.ProviderName == "RegGen" && data.EventName is "Read" or "Write"
                ? string.Create(CultureInfo.InvariantCulture, $"{data.EventName} {data.PayloadByName("port")} {data.PayloadByName("width")} {data.PayloadByName("value")}")
                : "");
            source.Process();
        }

        Assert.Equal(
            PortRecording.Load(At("session.jsonl")).Accesses.Select(access => access.Access).Select(access => string.Create(
                CultureInfo.InvariantCulture, $"{(access.IsWrite ? "Write" : "Read")} {access.Port} {(int)access.Width} {access.Value}")),
            seen.Where(line => line.Length > 0));
    }

    static Execution Ask(string asked, params string[] arguments) => DemoRun.With(new Dictionary<string, string> { ["REGGEN_BUS"] = asked }, ["--quiet", .. arguments]);

    string At(string file) => Path.Combine(_folder, file);
}
