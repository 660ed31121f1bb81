using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>Writes the accesses of a bus.</summary>
sealed class Recorder : IDisposable
{
    readonly PortBus _bus;
    readonly RecordedClock _clock = new();
    readonly TextWriter _writer;
    readonly bool _ownsWriter;
    readonly IDisposable _trace;
    int _accesses;
    bool _ended;

    public Recorder(PortBus bus, TextWriter writer, bool ownsWriter, ReadOnlySpan<TracedDevice> devices)
    {
        (_bus, _writer, _ownsWriter) = (bus, writer, ownsWriter);
        List<RecordedDevice> named = [];
        foreach (TracedDevice device in devices)
        {
            named.Add(RecordedDevice.Of(device));
        }

        WriteLine(new RecordingHeader(bus.BackendName, bus.Granted, named) { Started = DateTime.UtcNow }.ToJson());
        _trace = bus.TraceLines(Record, devices);
        bus.GoBy(_clock);
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _bus.GoBy(null);
        _trace.Dispose();
        WriteLine($$"""{"end":"recording","accesses":{{_accesses}}}""");
        if (_ownsWriter)
        {
            _writer.Dispose();
        }
    }

    void Record(TraceLine line)
    {
        // An access of another thread may still be on its way when the recording has ended.
        if (!_ended)
        {
            RecordedAccess access = RecordedAccess.Of(line);
            _clock.Access(access.Time);
            WriteLine(access.ToJson());
            _accesses++;
        }
    }

    // The next access may stop the machine: what was done before it is in the file.
    void WriteLine(string line)
    {
        _writer.Write(line + "\n");
        _writer.Flush();
    }
}
