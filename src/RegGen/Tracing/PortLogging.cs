using Microsoft.Extensions.Logging;

namespace RegGen.Tracing;

/// <summary>A decoded line for every access on a bus, in a program's log.</summary>
public static class PortLogging
{
    /// <summary>Logs every access that the filter wants, until the result is disposed.</summary>
    /// <remarks>
    /// The message is the line of a trace; its properties are <c>Place</c>, <c>Arrow</c>, <c>Text</c>, <c>Port</c>, <c>Width</c>, <c>Word</c> (what went over the bus)
    /// and <c>Thread</c>. The event is 1, <c>PortAccess</c>.
    /// </remarks>
    /// <param name="bus">The bus.</param>
    /// <param name="logger">Gets the lines.</param>
    /// <param name="level">At which level.</param>
    /// <param name="filter">Which lines are wanted; null means all.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable Log(
        this PortBus bus, ILogger logger, LogLevel level = LogLevel.Trace, TraceFilter? filter = null, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(logger);
        return bus.TraceLines(line => PortLog.Access(logger, level, line), filter ?? TraceFilter.All, devices);
    }
}
