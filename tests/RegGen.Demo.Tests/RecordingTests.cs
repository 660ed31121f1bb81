using RegGen.Recording;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

/// <summary>A session, recorded and played again.</summary>
public sealed class RecordingTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_was_recorded_on_real_ports_comes_out_the_same_without_any()
    {
        // tests/rigs/record made both in the guest: a Debian kernel, ioperm, and the ports of its machine.
        string[] printed = File.ReadAllLines(Recorded("guest.txt"));
        string[] replayed = DemoRun.LinesOf(DemoRun.Of("--replay", Recorded("guest.jsonl")));
        Assert.Equal("direct", PortRecording.Load(Recorded("guest.jsonl")).Header.Backend);
        Assert.Equal("ports   direct: 0x2F8-0x2FF, 0x70-0x71", printed[^1]);
        Assert.Equal([.. printed[..^1], "ports   replay: 0x2F8-0x2FF, 0x70-0x71"], replayed);
    }

    [Fact]
    public void What_was_recorded_replays()
    {
        Execution recorded = DemoRun.Of("--record", _file), replayed = DemoRun.Of("--replay", _file);
        Assert.Equal(0, replayed.ExitCode);
        Assert.Equal(DemoRun.LinesOf(recorded)[..^1], DemoRun.LinesOf(replayed)[..^1]);
    }

    [Fact]
    public void A_recording_of_something_else_ends_with_6()
    {
        DemoRun.Of("--record", _file, "--base", "0x3F8");
        Execution run = DemoRun.Of("--quiet", "--replay", _file);
        Assert.Equal((6, $"{_file}(1): The recording has no device COM2; it has COM1, RTC. Replay a recording of this device, or call it as the recording does."), (run.ExitCode, run.Output.TrimEnd()));
        Assert.Equal(6, DemoRun.Of("--quiet", "--replay", "/nowhere/session.jsonl").ExitCode);
        Assert.Equal(6, DemoRun.Of("--quiet", "--record", "/nowhere/session.jsonl").ExitCode);
    }

    static string Recorded(string name) => Repository.At("tests", "RegGen.Demo.Tests", "Recordings", name);
}
