namespace RegGen.Metadata;

/// <summary>Tells at which address of a device a port is: an offset from its base, or one in a region, whose number stands above it.</summary>
/// <param name="map">The device.</param>
/// <param name="origin">Its first port.</param>
/// <param name="bars">First ports of the regions that PCI places, by name.</param>
/// <param name="word">The word that a register holds, by its full name.</param>
sealed class RegionDecoder(DeviceMap map, ushort origin, IReadOnlyDictionary<string, ushort> bars, Func<string, ulong> word)
{
    /// <summary>All addresses of a port, the device's own first; there are several where a region lies over another.</summary>
    public IEnumerable<int> AddressesOf(ushort port)
    {
        if (port >= origin)
        {
            yield return port - origin;
        }

        for (int i = 0; i < map.Regions.Count; i++)
        {
            if (BaseOf(map.Regions[i]) is { } first && port >= first && port < first + map.Regions[i].Size)
            {
                yield return ((i + 1) << 16) + port - first;
            }
        }
    }

    /// <summary>Where a region is just now, or null if nothing tells.</summary>
    public ushort? BaseOf(RegionMap region)
    {
        if (region.From.Count == 0)
        {
            return region.Port ?? (bars.TryGetValue(region.Name, out ushort bar) ? bar : null);
        }

        ulong held = 0;
        foreach (string part in region.From)
        {
            held = (held << map[part].Width) | word(part);
        }

        held &= region.Mask;
        if (region.Choices.Count == 0)
        {
            return held >= region.Within.First && held <= region.Within.Last ? (ushort)held : null;
        }

        foreach ((ulong value, ushort port) in region.Choices)
        {
            if (value == held)
            {
                return port;
            }
        }

        return null;
    }
}
