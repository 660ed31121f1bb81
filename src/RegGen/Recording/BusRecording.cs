using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>Recording of what goes over a bus.</summary>
public static class BusRecording
{
    /// <summary>Records every access into a file, which a file of that name is replaced by, until the result is disposed. Each line is in the file before the next access is done.</summary>
    /// <param name="bus">The bus, over any backend.</param>
    /// <param name="path">The file, usually <c>*.jsonl</c>.</param>
    /// <param name="devices">The devices to name: their registers and fields stand in the file for its readers, and a hash of their descriptions in its header.</param>
    /// <exception cref="IOException">The file cannot be written; from the access, too, whose line could not be.</exception>
    public static IDisposable Record(this PortBus bus, string path, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(bus);
        var writer = new StreamWriter(path);
        try
        {
            return new Recorder(bus, writer, ownsWriter: true, devices);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Records every access into a writer, which stays open, until the result is disposed.</summary>
    /// <inheritdoc cref="Record(PortBus, string, ReadOnlySpan{TracedDevice})"/>
    /// <param name="bus">The bus, over any backend.</param>
    /// <param name="writer">Gets the lines.</param>
    /// <param name="devices">The devices to name.</param>
    public static IDisposable Record(this PortBus bus, TextWriter writer, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(writer);
        return new Recorder(bus, writer, ownsWriter: false, devices);
    }
}
