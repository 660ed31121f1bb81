namespace RegGen.Pci;

/// <summary>A place where a device was found: its function and the I/O ports of one of its base address registers.</summary>
/// <param name="Function">The function.</param>
/// <param name="BasePort">The first port.</param>
public sealed record PciPlace(PciFunction Function, ushort BasePort)
{
    /// <summary>Where the function sits.</summary>
    public PciAddress Address => Function.Address;

    /// <summary>The first port of another of its base address registers.</summary>
    /// <exception cref="PortAccessException">That register places no ports, or none were assigned.</exception>
    public ushort PortOf(int bar)
    {
        foreach (PciBar known in Function.Bars)
        {
            if (known.Index == bar && known.HasPorts)
            {
                return (ushort)known.Address;
            }
        }

        throw new PortAccessException(PortRefusal.NotFound, $"Base address register {bar} of {Function} places no I/O ports.",
            "The firmware or the system assigns them; a function that is switched off has none.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Function} at 0x{BasePort:X}");
}
