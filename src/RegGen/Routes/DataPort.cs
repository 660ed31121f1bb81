using System.ComponentModel;
using System.Globalization;
using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A data register of a window.</summary>
/// <param name="Address">Its offset from the device's base, or its index in another window.</param>
/// <param name="Width">Its width; a window may have one for each.</param>
/// <param name="Route">How to reach it, or null for a plain port.</param>
/// <param name="Lanes">The bits of an index that choose one of its bytes, where narrower accesses reach parts of it; else 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DataPort(int Address, PortWidth Width, Route? Route = null, int Lanes = 0)
{
    internal Route Way => Route ?? Routes.Route.Plain;

    internal bool Takes(PortWidth width) => width == Width || (Lanes != 0 && width < Width);

    /// <summary>Where an access of a width at an index goes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would go beyond the register.</exception>
    internal int AddressOf(int index, PortWidth width)
    {
        int lane = index & Lanes;
        return lane * 8 + (int)width <= (int)Width
            ? Address + lane
            : throw new ArgumentOutOfRangeException(nameof(index), string.Create(
                CultureInfo.InvariantCulture, $"{(int)width} bits at an index whose byte is {lane} go beyond the {(int)Width} bits of the data register."));
    }
}
