using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Recording;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Recording;

public sealed class RecordingTests : IDisposable
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8), Rtc = new("RTC", SampleMaps.Cmos, 0x70);

    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_recording_holds_what_was_done_and_what_it_was_done_to()
    {
        Record(bus =>
        {
            new SampleUart(bus, 0x2F8).Divisor.Write(0x0180);
            new SampleCmos(bus).Seconds.Read();
        });

        var recording = PortRecording.Load(_file);
        Assert.Equal(("simulated", "0x2F8-0x2FF, 0x70-0x71"), (recording.Header.Backend, string.Join(", ", recording.Header.Ports)));
        Assert.Equal([("COM2", "SampleUart", 0x2F8), ("RTC", "SampleCmos", 0x70), ("TIMER", "SampleTimer", 0x300)], recording.Header.Devices.Select(device => (device.Name, device.Device, (int)device.Port)));
        Assert.Equal(SampleMaps.Uart.Hash, recording.Header.Devices[0].Hash);
        Assert.InRange(recording.Header.Started, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        Assert.StartsWith("RegGen ", recording.Header.Program, StringComparison.Ordinal);
        Assert.True(recording.IsComplete);
        Assert.Equal(
            ["COM2.LCR -> 0x00", "COM2.LCR <- 0x80 Dlab=1", "COM2.DLL <- 0x80", "COM2.DLM <- 0x01", "COM2.LCR <- 0x00", "RTC.INDEX <- 0x00", "RTC.Cmos.Seconds -> 0x00"],
            recording.Accesses.Select(access => access.ToString()));
        Assert.Equal(new PortAccess(true, 0x2FB, PortWidth.Bits8, 0x80), recording.Accesses[1].Access);
        Assert.Equal(Environment.CurrentManagedThreadId, recording.Accesses[1].Thread);
    }

    [Fact]
    public void Each_line_is_in_the_file_before_the_next_access()
    {
        using PortBus bus = Open();
        using (bus.Record(_file, Com2))
        {
            bus.Out8(0x2FF, 0x55);
            string[] lines = ReadShared();
            Assert.Equal(2, lines.Length);
            Assert.Contains("\"value\":\"0x55\"", lines[1], StringComparison.Ordinal);
        }

        Assert.Equal("""{"end":"recording","accesses":1}""", ReadShared()[^1]);
    }

    [Fact]
    public void Every_kind_of_line_reads_back_as_it_was()
    {
        Record(bus =>
        {
            bus.Extend(PortClaim.At("More", 0x300, (0, 15)));
            bus.Out32(0x300, 0x12345678);
            bus.In16(0x304);
            bus.Out8(0x306, 0x88);
            bus.In8(0x309);
        });

        Assert.Equal(File.ReadAllLines(_file)[1..^1], PortRecording.Load(_file).Accesses.Select(access => access.ToJson()));
    }

    [Fact]
    public void A_session_that_was_cut_off_is_told_and_can_be_read()
    {
        Record(bus =>
        {
            bus.Out8(0x2FF, 0x55);
            bus.In8(0x2FF);
        });
        string whole = File.ReadAllText(_file);
        string cut = whole[..(whole.IndexOf("\"in\"", StringComparison.Ordinal) + 20)];
        File.WriteAllText(_file, cut);

        var error = Assert.Throws<RecordingException>(() => PortRecording.Load(_file));
        Assert.Equal($"{_file}(3): The recording was cut off: its last line is missing. Record again; LoadWhatIsThere reads the 1 accesses that are there.", error.Message);
        var rest = PortRecording.LoadWhatIsThere(_file);
        Assert.Equal((false, 1), (rest.IsComplete, rest.Accesses.Count));

        // Also where nothing but the end is missing.
        File.WriteAllText(_file, whole[..whole.IndexOf("{\"end\"", StringComparison.Ordinal)]);
        Assert.Equal(4, Assert.Throws<RecordingException>(() => PortRecording.Load(_file)).Line);
    }

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("MZ\u0001\u0002", 1, "It is not a recording of RegGen. Its first line is no JSON.")]
    [InlineData("{}", 1, "It is not a recording of RegGen. Its first line has no \"reggen\":\"recording\".")]
    [InlineData("[]", 1, "It is not a recording of RegGen. Its first line has no \"reggen\":\"recording\".")]
    [InlineData("{\"reggen\":7}", 1, "It is not a recording of RegGen. Its first line has no \"reggen\":\"recording\".")]
    [InlineData("{\"reggen\":\"recording\",\"version\":2,\"program\":\"RegGen 9.0\"}", 1, "It has version 2 of the form; this library reads 1. It was written by RegGen 9.0.")]
    [InlineData("{\"reggen\":\"recording\"}", 1, "\"version\" is missing.")]
    [InlineData("H,{}", 2, "\"width\" is missing.")]
    [InlineData("H,7", 2, "It is no JSON object.")]
    [InlineData("H,{\"t\":0;\"t\":1},E0", 2, "The line is no JSON: Duplicate property 't' encountered during deserialization.")]
    [InlineData("H,A12", 2, "\"width\" is 12; an access has 8, 16 or 32 bits.")]
    [InlineData("H,A8 value=0x100", 2, "\"value\" is 0x100, which is wider than 8 bits.")]
    [InlineData("H,A8 value=55", 2, "\"value\" is \"55\"; it is a number such as \"0x3F8\".")]
    [InlineData("H,A16 port=0xFFFF", 2, "\"port\" is 0xFFFF; the last port is 0xFFFF.")]
    [InlineData("H,A8 op=read", 2, "\"op\" is \"read\"; it is \"in\" or \"out\".")]
    [InlineData("H,A8,E2", 3, "The recording had 2 accesses, and 1 are there: lines are missing or were added.")]
    [InlineData("H,E0,H", 3, "Something stands behind the end of the recording.")]
    [InlineData("H,A8,oops,A8,E3", 3, "The line is no JSON: 'o' is an invalid start of a value.")]
    public void A_foreign_or_damaged_file_is_refused_with_its_line(string text, int line, string cause)
    {
        string file = string.Join('\n', text.Split(',').Length > 1 && text[0] == 'H' ? text.Split(',', 5).Select(Line) : [text]);
        var error = Assert.Throws<RecordingException>(() => PortRecording.Read(new StringReader(file), "session.jsonl"));
        Assert.Equal($"{line} {cause}", $"{error.Line} {error.Cause}");
        Assert.StartsWith($"session.jsonl({line}): {cause} ", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void Properties_of_later_versions_are_passed_over()
    {
        var recording = PortRecording.Read(new StringReader(string.Join('\n', Line("H"), Line("A8").Replace("{", "{\"mood\":[1],", StringComparison.Ordinal), Line("E1"))));
        Assert.True(recording.IsComplete);
        Assert.Single(recording.Accesses);
    }

    [Fact]
    public void The_hash_is_of_what_the_device_does_not_of_texts()
    {
        DeviceMap uart = SampleMaps.Uart;
        Assert.Matches("^sha256:[0-9a-f]{64}$", uart.Hash);
        Assert.NotEqual(uart.Hash, SampleMaps.Cmos.Hash);
        Assert.Equal(uart.Hash, (uart with { Doc = "Other.", Source = "Another book", Authors = ["A"], Tags = ["serial"], Bases = [("Com1", 0x3F8)] }).Hash);
        Assert.Equal(uart.Hash, With(register => register with { Doc = "Other." }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { Reset = 7 }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { Reset = 0 }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { Fields = [new("Low", 3, 0, Access.Rw) { Pieces = [(3, 2), (1, 0)] }] }).Hash);
        Assert.NotEqual(
            With(register => register with { Fields = [new("Low", 3, 0, Access.Rw) { Pieces = [(3, 2), (1, 0)] }] }).Hash,
            With(register => register with { Fields = [new("Low", 3, 0, Access.Rw) { Pieces = [(3, 1), (0, 0)] }] }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { Access = Access.W1c }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { When = [] }).Hash);
        Assert.NotEqual(uart.Hash, With(register => register with { Address = 6 }).Hash);
        Assert.NotEqual(uart.Hash, (uart with { Claim = PortClaim.At("SampleUart", 0, (0, 6)) }).Hash);

        DeviceMap With(Func<RegisterMap, RegisterMap> change) => uart with { Registers = [.. uart.Registers.Select((register, i) => i == 2 ? change(register) : register)] };
    }

    static string Line(string sign) => sign.Split(' ') switch
    {
        ["H"] => """{"reggen":"recording","version":1,"program":"RegGen 0","backend":"direct","started":"2026-11-28T18:00:00Z","ports":["0x2F8-0x2FF"],"devices":[]}""",
        [['A', .. var width], .. var changes] => changes.Select(change => change.Split('=')).Aggregate(
            $$"""{"t":0.5,"thread":1,"op":"in","port":"0x2FF","width":{{width}},"value":"0x55"}""",
            (line, change) => System.Text.RegularExpressions.Regex.Replace(line, $"\"{change[0]}\":\"[^\"]*\"", $"\"{change[0]}\":\"{change[1]}\"")),
        [['E', .. var count]] => $$"""{"end":"recording","accesses":{{count}}}""",
        _ => sign.Replace(';', ','),
    };

    static PortBus Open()
    {
        var backend = new SimulatedBackend();
        backend.Add(SampleMaps.Uart, 0x2F8);
        backend.Add(SampleMaps.Cmos, 0x70);
        backend.Add(SampleMaps.Timer, 0x300);
        return PortBus.Open(backend, SampleUart.Claim(0x2F8), SampleCmos.Claim());
    }

    void Record(Action<PortBus> act)
    {
        using PortBus bus = Open();
        using (bus.Record(_file, Com2, Rtc, new TracedDevice("TIMER", SampleMaps.Timer, 0x300)))
        {
            act(bus);
        }
    }

    string[] ReadShared()
    {
        using var reader = new StreamReader(new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
