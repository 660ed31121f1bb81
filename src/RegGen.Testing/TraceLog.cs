using RegGen.Tracing;

namespace RegGen.Testing;

/// <summary>The lines of a trace, to look at or to compare with a snapshot.</summary>
public sealed class TraceLog : IDisposable
{
    readonly Lock _gate = new();
    readonly List<TraceLine> _lines = [];
    IDisposable? _trace;

    TraceLog()
    {
    }

    /// <summary>The lines so far, in their order.</summary>
    public IReadOnlyList<TraceLine> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Takes down every access until it is disposed.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="devices">The devices to decode.</param>
    public static TraceLog Of(PortBus bus, params ReadOnlySpan<TracedDevice> devices) => Of(bus, TraceFilter.All, devices);

    /// <summary>Takes down every access that a filter wants.</summary>
    /// <inheritdoc cref="Of(PortBus, ReadOnlySpan{TracedDevice})"/>
    /// <param name="bus">The bus.</param>
    /// <param name="filter">Which lines are wanted.</param>
    /// <param name="devices">The devices to decode.</param>
    public static TraceLog Of(PortBus bus, TraceFilter filter, params ReadOnlySpan<TracedDevice> devices)
    {
        var log = new TraceLog();
        log._trace = bus.TraceLines(log.Add, filter, devices);
        return log;
    }

    /// <summary>Ends the trace; the lines stay.</summary>
    public void Dispose() => _trace?.Dispose();

    /// <summary>The lines as a trace prints them, <c>\n</c> behind each.</summary>
    public override string ToString() => string.Concat(Lines.Select(line => $"{line}\n"));

    void Add(TraceLine line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }
}
