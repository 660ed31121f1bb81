using RegGen.Locks;

namespace RegGen.Regions;

/// <summary>The regions of one device object, and the bases that were found.</summary>
sealed class RegionPlaces(RegionBase[] regions)
{
    readonly int[] _found = [.. regions.Select(_ => Unknown)];

    const int Unknown = -1;

    /// <summary>The base of a region, by its number from 1.</summary>
    public ushort BaseOf(PortDevice device, int region) => _found[region - 1] is var known and not Unknown ? (ushort)known : Find(device, region);

    /// <summary>The locks that finding a region takes, unless it was found already. An index with parameters above it is the number of no region, as a rule.</summary>
    public LockSet LocksOf(int region, bool anew = false) =>
        region <= regions.Length && (anew || _found[region - 1] == Unknown) ? regions[region - 1].Locks : LockSet.Empty;

    /// <summary>Finds a base anew.</summary>
    public ushort Find(PortDevice device, int region)
    {
        RegionBase place = regions[region - 1];
        _found[region - 1] = Unknown;
        ushort port = place.Find(device);
        _found[region - 1] = place.Stays ? port : Unknown;
        return port;
    }

    public string Spell(int region, int offset) => regions[region - 1].Spell(offset);
}
