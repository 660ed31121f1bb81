namespace RegGen.Simulation;

/// <summary>Where a simulated device stands, and at which other ports it answers too because it does not look at the whole address.</summary>
/// <param name="Port">Its first port.</param>
public sealed record SimulatedPlace(ushort Port)
{
    /// <summary>First ports of the regions that PCI base address registers place, by name.</summary>
    public IReadOnlyDictionary<string, ushort> Bars { get; init; } = new Dictionary<string, ushort>();

    /// <summary>How many of the lowest address lines the device looks at: 10 for most ISA cards, which answer again every 0x400 ports.</summary>
    public int AddressLines { get; init; } = 16;

    /// <summary>Further first ports, as of the timer of a PC, which answers at 0x50 as at 0x40.</summary>
    public IReadOnlyList<ushort> Mirrors { get; init; } = [];

    /// <summary>Each place, as the distance from the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of address lines is not one of 1 to 16.</exception>
    internal IEnumerable<int> Distances()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(AddressLines, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(AddressLines, 16);
        int step = 1 << AddressLines;
        return Mirrors.Prepend(Port).SelectMany(port => Enumerable.Range(0, (1 << 16) / step).Select(turn => (port % step) + (turn * step) - Port))
            .OrderBy(distance => distance == 0 ? 0 : 1).Distinct();
    }
}
