using System.ComponentModel;
using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A data register of a window.</summary>
/// <param name="Address">Its offset from the device's base, or its index in another window.</param>
/// <param name="Width">Its width; a window may have one for each.</param>
/// <param name="Route">How to reach it, or null for a plain port.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DataPort(int Address, PortWidth Width, Route? Route = null)
{
    internal Route Way => Route ?? Routes.Route.Plain;
}
