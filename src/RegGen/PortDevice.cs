using System.ComponentModel;
using RegGen.Claims;

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
    internal readonly Lock Gate = new();
    internal readonly ulong[] Shadows;

    /// <summary>Binds a claim to a bus.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="claim">The ports of the device; checked once, here.</param>
    /// <param name="ownsBus">Whether disposing the device disposes the bus.</param>
    /// <param name="shadows">First values of the registers that the device remembers because they cannot be read back.</param>
    /// <exception cref="PortAccessException">A port of the claim was not granted to the bus.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PortDevice(PortBus bus, PortClaim claim, bool ownsBus, params ReadOnlySpan<ulong> shadows)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(claim);
        Bus = bus;
        _ownsBus = ownsBus;
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

    /// <summary>The bus that the device is on.</summary>
    public PortBus Bus { get; }

    /// <summary>The device's first port.</summary>
    public ushort BasePort => Origin;

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
