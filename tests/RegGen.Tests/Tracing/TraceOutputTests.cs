using System.Diagnostics.Tracing;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using RegGen.Backends;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Tracing;

/// <summary>The same accesses as text, as JSON, to a log, and as events.</summary>
public sealed class TraceOutputTests : IDisposable
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8);

    readonly SimulatedBackend _backend = new() { ClockStands = true };
    readonly StringWriter _writer = new();
    readonly PortBus _bus;

    public TraceOutputTests()
    {
        _backend.Add(SampleMaps.Uart, 0x2F8);
        _bus = PortBus.Open(_backend, SampleUart.Claim(0x2F8));
    }

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void Full_text_has_time_thread_and_what_went_over_the_bus()
    {
        _backend.Advance(TimeSpan.FromSeconds(7));
        using (_bus.Trace(_writer, TraceFormat.Full, null, Com2))
        {
            _backend.Advance(TimeSpan.FromMicroseconds(1234));
            Drive();
        }

        int thread = Environment.CurrentManagedThreadId;
        Assert.Equal(
            $"    0.001234 {thread,3}  0x2FB/8   <- 0x83       COM2.LCR WordLength=Eight Dlab=1\n" +
            $"    0.001234 {thread,3}  0x2F8/8   -> 0x00       COM2.DLL\n" +
            $"    0.001234 {thread,3}  0x2FE/8   -> 0xFF\n",
            _writer.ToString());
    }

    [Fact]
    public void Json_has_the_same_for_programs()
    {
        using (_bus.Trace(_writer, TraceFormat.Json, null, Com2))
        {
            Drive();
        }

        string[] lines = _writer.ToString().TrimEnd('\n').Split('\n');
        int thread = Environment.CurrentManagedThreadId;
        Assert.Equal($$$"""{"t":0.000000,"thread":{{{thread}}},"op":"out","port":"0x2FB","width":8,"value":"0x83","register":"COM2.LCR","fields":{"WordLength":"Eight","Dlab":"1"}}""", lines[0]);
        Assert.Equal($$"""{"t":0.000000,"thread":{{thread}},"op":"in","port":"0x2FE","width":8,"value":"0xFF"}""", lines[2]);
        Assert.Equal("COM2.DLL", JsonDocument.Parse(lines[1]).RootElement.GetProperty("register").GetString());
    }

    [Fact]
    public void What_is_filtered_out_is_followed_all_the_same()
    {
        using (_bus.Trace(_writer, TraceFormat.Text, TraceFilter.Parse("reads, COM2"), Com2))
        {
            Drive();
        }

        Assert.Equal("COM2.DLL -> 0x00\n", _writer.ToString());
    }

    [Fact]
    public void A_log_gets_the_line_and_its_parts()
    {
        var log = new LogLines(LogLevel.Debug);
        using (_bus.Log(log, LogLevel.Debug, null, Com2))
        {
            Drive();
        }

        Assert.Equal(["COM2.LCR <- 0x83 WordLength=Eight Dlab=1", "COM2.DLL -> 0x00", "0x2FE -> 0xFF"], log.Lines.Select(line => line.Text));
        Assert.All(log.Lines, line => Assert.Equal((LogLevel.Debug, 1, "PortAccess"), (line.Level, line.Event.Id, line.Event.Name)));
        Dictionary<string, object?> first = new(log.Lines[0].State);
        Assert.Equal(
            ("COM2.LCR", "<-", (ushort)0x2FB, 8, 0x83u, Environment.CurrentManagedThreadId, "{Place} {Arrow} {Text}"),
            (first["Place"], first["Arrow"], first["Port"], first["Width"], first["Word"], first["Thread"], first["{OriginalFormat}"]));
    }

    [Fact]
    public void A_log_that_does_not_want_the_level_gets_nothing()
    {
        var log = new LogLines(LogLevel.Information);
        using (_bus.Log(log, LogLevel.Trace, null, Com2))
        {
            Drive();
        }

        Assert.Empty(log.Lines);
    }

    [Fact]
    public void Events_tell_of_every_access_while_someone_listens()
    {
        Drive();
        using var before = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x3F8));
        using (var listener = new Listener())
        {
            using var after = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x3E8));
            before.Out8(0x3FB, 0x83);
            after.In8(0x3ED);
            Assert.Contains("Write 1019 8 131", listener.Seen);
            Assert.Contains("Read 1005 8 255", listener.Seen);
            Assert.DoesNotContain(listener.Seen, text => text.StartsWith("Line", StringComparison.Ordinal));
        }

        using var late = new Listener();
        Assert.Empty(late.Seen);
    }

    [Fact]
    public void Events_tell_of_registers_too_where_the_devices_were_named()
    {
        using var listener = new Listener();
        _bus.TraceEvents(Com2);
        Drive();
        Assert.Contains("Line COM2.LCR <- 0x83 WordLength=Eight Dlab=1", listener.Seen);
        Assert.Contains("Line COM2.DLL -> 0x00", listener.Seen);
        Assert.DoesNotContain(listener.Seen, text => Regex.IsMatch(text, "^Line 0x2FE "));
        Assert.Contains("Read 766 8 255", listener.Seen);
    }

    [Fact]
    public void Nobody_observes_once_nobody_listens()
    {
        using var bus = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x3F8));
        Assert.False(bus.IsObserved);
        using (new Listener())
        {
            Assert.True(bus.IsObserved);
        }

        Assert.False(bus.IsObserved);
    }

    void Drive()
    {
        _bus.Out8(0x2FB, 0x83);
        _bus.In8(0x2F8);
        _bus.In8(0x2FE);
    }

    // Other tests run beside this one, and the source tells of their buses too.
    sealed class Listener : EventListener
    {
        readonly Lock _gate = new();
        readonly List<string> _seen = [];

        public IReadOnlyList<string> Seen
        {
            get
            {
                lock (_gate)
                {
                    return [.. _seen];
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "RegGen")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            lock (_gate)
            {
                _seen?.Add($"{eventData.EventName} {string.Join(' ', eventData.Payload!)}");
            }
        }
    }

    sealed class LogLines(LogLevel least) : ILogger
    {
        public List<(LogLevel Level, EventId Event, string Text, IReadOnlyList<KeyValuePair<string, object?>> State)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, eventId, formatter(state, exception), (IReadOnlyList<KeyValuePair<string, object?>>)state!));
    }
}
