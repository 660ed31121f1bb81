using System.ComponentModel;
using System.Globalization;
using RegGen.Backends;
using RegGen.Claims;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Regions;

/// <summary>A region whose base stands in a register of the device. It is read, checked and claimed at the first access.</summary>
/// <param name="name">Name of the region, with its device's.</param>
/// <param name="source">What holds the base, for messages.</param>
/// <param name="route">How to reach the register, or null for a plain port.</param>
/// <param name="address">Its offset from the device's base, or its index in a window.</param>
/// <param name="width">Its width.</param>
/// <param name="mask">The bits of the base in it, in place.</param>
/// <param name="within">First and last port where the region may be.</param>
/// <param name="ranges">The ports of its registers, as offsets.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReadBase(
    string name, string source, Route? route, int address, PortWidth width, ulong mask, (ushort First, ushort Last) within,
    params (ushort First, ushort Last)[] ranges) : RegionBase
{
    internal override string Name => name;

    internal override LockSet Locks => LockSet.Of(route?.Locks);

    internal override ushort Find(PortDevice device)
    {
        ulong found = (route ?? Route.Plain).Read(device, address, width) & mask;
        if (found < within.First || found + ranges[^1].Last > within.Last)
        {
            throw new PortAccessException(PortRefusal.NotFound,
                string.Create(CultureInfo.InvariantCulture, $"{source} holds 0x{found:X}, but {name} lies within 0x{within.First:X} to 0x{within.Last:X}."),
                "The firmware has switched that part off, or this is another device.");
        }

        device.Bus.Extend(PortClaim.At(name, (ushort)found, ranges));
        return (ushort)found;
    }
}
