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

    /// <summary>Hands over every access in its parts until the result is disposed, for a printer that colours or counts them.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="print">Gets each line.</param>
    /// <param name="devices">The devices to decode.</param>
    public static IDisposable TraceLines(this PortBus bus, Action<TraceLine> print, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(print);
        return bus.Observe(new Tracer(devices, print).Observe);
    }
}
