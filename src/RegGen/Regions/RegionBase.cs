using System.ComponentModel;
using System.Globalization;
using RegGen.Locks;

namespace RegGen.Regions;

/// <summary>Where a region is: a part of a device with a base of its own. Made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RegionBase
{
    private protected RegionBase()
    {
    }

    /// <summary>Whether the base stays once it was found.</summary>
    internal virtual bool Stays => true;

    /// <summary>Finds the base, and claims the ports if they were not claimed with the device. The device's gate is held.</summary>
    internal abstract ushort Find(PortDevice device);

    /// <summary>The locks on the way to what tells the base.</summary>
    internal virtual LockSet Locks => LockSet.Empty;

    /// <summary>Where the region is, as far as it is known without an access.</summary>
    internal abstract string Name { get; }

    internal string Spell(int offset) => string.Create(CultureInfo.InvariantCulture, $"base of {Name} + 0x{offset:X}");
}
