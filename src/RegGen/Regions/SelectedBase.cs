using System.ComponentModel;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Regions;

/// <summary>A region whose base a field of the device chooses among a few, all of which are claimed with the device.</summary>
/// <param name="name">Name of the region.</param>
/// <param name="selector">The field.</param>
/// <param name="bases">Each value of the field, in place, with the first port that it chooses.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SelectedBase(string name, Selector selector, params (ulong Value, ushort Port)[] bases) : RegionBase
{
    // A mode set may change the field at any time: it is looked at before every access.
    internal override bool Stays => false;

    internal override string Name => name;

    internal override LockSet Locks => selector.Locks;

    internal override ushort Find(PortDevice device)
    {
        ulong chosen = selector.Recall(device);
        foreach ((ulong value, ushort port) in bases)
        {
            if (value == chosen)
            {
                return port;
            }
        }

        throw new PortAccessException(PortRefusal.NotFound, $"The region {name} has no base while its selecting field holds 0x{chosen >> selector.Shift:X}.",
            "Write one of the described values into the field first.");
    }
}
