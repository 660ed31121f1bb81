using System.ComponentModel;

namespace RegGen;

/// <summary>A part of a device with a base of its own that stands still: its registers are plain ports from there.</summary>
/// <param name="owner">The device, whose bus, gate and shadows it shares.</param>
/// <param name="port">Its first port.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PortRegion(PortDevice owner, ushort port) : PortDevice(owner, port);
