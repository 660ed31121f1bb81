using RegGen.Recording;

namespace RegGen.Tracing;

/// <summary>A decoded line for every access on a bus.</summary>
/// <remarks>
/// <example>
/// <code>
/// using IDisposable trace = bus.Trace(Console.WriteLine, new TracedDevice("COM2", Uart16550.Map, 0x2F8));
/// uart.Lcr.Write(0x83);                        // COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1
/// </code>
/// </example>
/// The bank and the index that are selected are taken from what goes over the bus; until the selecting register has been accessed, it
/// is taken to hold its reset value, or 0. Lines come one at a time, in the order of the accesses of each device, from the thread of
/// the access. An exception that the printer throws reaches the caller of the access, which has been done by then.
/// <para>
/// Beside these there is an <see cref="System.Diagnostics.Tracing.EventSource"/> named <c>RegGen</c> that tells of every access of every bus
/// while someone listens (<c>dotnet-trace collect --providers RegGen</c>): <c>Read</c> and <c>Write</c> with port, width in bits and value; and,
/// of a bus for which <see cref="TraceEvents"/> was called, <c>Line</c> with place, arrow and text. Native code published ahead of time has it only
/// where the project says <c>EventSourceSupport</c>.
/// </para>
/// </remarks>
public static class PortTracing
{
    /// <summary>Prints every access until the result is disposed: <c>COM2.LSR -&gt; 0x60 TransmitterEmpty=1</c>.</summary>
    /// <remarks>An access that no register answers shows its port: <c>0x2FF -&gt; 0x55</c>, <c>0xCFC/32 -&gt; 0x12378086</c>.</remarks>
    /// <param name="bus">The bus.</param>
    /// <param name="print">Gets each line, without a line end.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable Trace(this PortBus bus, Action<string> print, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(print);
        return bus.TraceLines(line => print(line.ToString()), devices);
    }

    /// <summary>Writes a line for every access that the filter wants, until the result is disposed. The writer stays open.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="writer">Gets the lines, <c>\n</c> behind each.</param>
    /// <param name="format">What a line shows.</param>
    /// <param name="filter">Which lines are wanted; null means all.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable Trace(this PortBus bus, TextWriter writer, TraceFormat format, TraceFilter? filter = null, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return bus.TraceLines(
            line => writer.Write(format switch
            {
                TraceFormat.Json => RecordedAccess.Of(line).ToJson() + "\n",
                TraceFormat.Full => line.ToFullString() + "\n",
                _ => $"{line}\n",
            }),
            filter ?? TraceFilter.All,
            devices);
    }

    /// <summary>Hands over every access in its parts until the result is disposed, for a printer that colours or counts them.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="print">Gets each line.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable TraceLines(this PortBus bus, Action<TraceLine> print, params ReadOnlySpan<TracedDevice> devices) =>
        bus.TraceLines(print, TraceFilter.All, devices);

    /// <summary>Hands over every access that a filter wants.</summary>
    /// <inheritdoc cref="TraceLines(PortBus, Action{TraceLine}, ReadOnlySpan{TracedDevice})"/>
    /// <param name="bus">The bus.</param>
    /// <param name="print">Gets each line.</param>
    /// <param name="filter">Which lines are wanted.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable TraceLines(this PortBus bus, Action<TraceLine> print, TraceFilter filter, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(print);
        ArgumentNullException.ThrowIfNull(filter);
        return bus.Observe(new Tracer(bus, devices, filter, print).Observe);
    }

    /// <summary>Lets the event source <c>RegGen</c> tell of this bus's accesses by name too, while someone listens.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="devices">The devices to decode.</param>
    public static void TraceEvents(this PortBus bus, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(bus);
        bus.Events.Decode(devices);
    }
}
