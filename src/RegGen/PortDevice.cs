using System.ComponentModel;
using System.Globalization;
using RegGen.Claims;
using RegGen.Locks;
using RegGen.Regions;

namespace RegGen;

/// <summary>A device at a base port on a bus: what every generated device class derives from.</summary>
/// <remarks>
/// Single accesses are as thread-safe as the instruction. Everything compound (modify, bank, window, joined value, shadow) holds the
/// device's gate meanwhile. Two objects over the same ports have two gates and two sets of shadows: share one object instead.
/// </remarks>
public abstract class PortDevice : IDisposable
{
    readonly bool _ownsBus;
    internal readonly ushort Origin;
    internal readonly Lock Gate;
    internal readonly ulong[] Shadows;
    internal readonly RecoveryClock Recovery;
    readonly RegionPlaces _regions;

    // Windows that a scope has entered; behind the gate, which the scope holds.
    internal ulong OpenDoors;

    /// <summary>Binds a claim to a bus.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="claim">The ports of the device; checked once, here.</param>
    /// <param name="ownsBus">Whether disposing the device disposes the bus.</param>
    /// <param name="shadows">First values of the registers that the device remembers because they cannot be read back.</param>
    /// <exception cref="PortAccessException">A port of the claim was not granted to the bus.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PortDevice(PortBus bus, PortClaim claim, bool ownsBus, params ReadOnlySpan<ulong> shadows)
        : this(bus, claim, ownsBus, [], shadows)
    {
    }

    /// <summary>Binds a claim to a bus, for a device with regions.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="claim">The ports of the device; checked once, here.</param>
    /// <param name="ownsBus">Whether disposing the device disposes the bus.</param>
    /// <param name="regions">Where the parts with a base of their own are.</param>
    /// <param name="shadows">First values of the registers that the device remembers because they cannot be read back.</param>
    /// <exception cref="PortAccessException">A port of the claim was not granted to the bus.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PortDevice(PortBus bus, PortClaim claim, bool ownsBus, RegionBase[] regions, params ReadOnlySpan<ulong> shadows)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(claim);
        Bus = bus;
        Gate = new();
        Recovery = new();
        _ownsBus = ownsBus;
        _regions = new(regions);
        Shadows = shadows.ToArray();
        Origin = claim.Base;
        try
        {
            bus.Require(claim);
        }
        catch when (ownsBus)
        {
            bus.Dispose();
            throw;
        }
    }

    // A region whose base stands still: its registers are plain ports, and it shares all else with its device.
    private protected PortDevice(PortDevice owner, ushort origin) =>
        (Bus, Gate, Shadows, Recovery, _regions, Origin) = (owner.Bus, owner.Gate, owner.Shadows, owner.Recovery, owner._regions, origin);

    /// <summary>The bus that the device is on.</summary>
    public PortBus Bus { get; }

    /// <summary>The device's first port.</summary>
    public ushort BasePort => Origin;

    /// <summary>The port of an address: an offset from the base, above it the number of a region. Finding a region may access ports.</summary>
    internal ushort PortOf(int address) => (ushort)(address <= ushort.MaxValue
        ? Origin + address
        : _regions.BaseOf(this, address >> 16) + (address & 0xFFFF));

    /// <summary>The locks of a way, and of finding the region of an address, if there is one to be found.</summary>
    internal LockSet LocksOf(LockSet? way, int address) => LockSet.Of(way, address > ushort.MaxValue ? _regions.LocksOf(address >> 16) : null);

    /// <summary>Where an address is, for messages. Accesses nothing.</summary>
    internal string Spell(int address) => address <= ushort.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"port 0x{Origin + address:X}")
        : _regions.Spell(address >> 16, address & 0xFFFF);

    /// <summary>Finds anew where a region is, and claims it.</summary>
    /// <param name="region">Its number, from 1.</param>
    /// <returns>Its first port.</returns>
    /// <exception cref="PortAccessException">It has no base just now, or its ports were refused.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ushort FindRegion(int region)
    {
        using LockSet.Hold held = _regions.LocksOf(region, anew: true).Enter(Bus);
        lock (Gate)
        {
            return _regions.Find(this, region);
        }
    }

    /// <summary>Disposes the bus if the device owns it, as it does after <c>Open</c>.</summary>
    public void Dispose()
    {
        if (_ownsBus)
        {
            Bus.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
