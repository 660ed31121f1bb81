using System.ComponentModel;

namespace RegGen.Regions;

/// <summary>A region whose base is known when the device is opened: it stands in the description, or in a base address register.</summary>
/// <param name="name">Name of the region.</param>
/// <param name="port">Its first port.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FixedBase(string name, ushort port) : RegionBase
{
    internal override string Name => name;

    internal override ushort Find(PortDevice device) => port;
}
