using RegGen.Metadata;

namespace RegGen.Tracing;

/// <summary>A device whose accesses a trace decodes.</summary>
/// <param name="Name">What lines call it, such as <c>COM2</c>.</param>
/// <param name="Map">Its description.</param>
/// <param name="Port">Its first port.</param>
public sealed record TracedDevice(string Name, DeviceMap Map, ushort Port)
{
    /// <summary>First ports of the regions that PCI base address registers place, by name.</summary>
    public IReadOnlyDictionary<string, ushort> Bars { get; init; } = new Dictionary<string, ushort>();
}
