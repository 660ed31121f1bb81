namespace RegGen.Pci;

/// <summary>What a device is recognized by on PCI. What is null does not matter.</summary>
public sealed record PciFilter
{
    /// <summary>The vendor's number.</summary>
    public ushort? Vendor { get; init; }

    /// <summary>The vendor's numbers of the device, any of which will do; empty for all.</summary>
    public IReadOnlyList<ushort> Devices { get; init; } = [];

    /// <summary>The class code: base class, subclass and programming interface, 8 bits each.</summary>
    public uint? Class { get; init; }

    /// <summary>The bits of the class code that matter.</summary>
    public uint ClassMask { get; init; } = 0xFFFFFF;

    /// <summary>Whether a function is such a device.</summary>
    public bool Matches(PciFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (Vendor is null || Vendor == function.Vendor)
            && (Devices.Count == 0 || Devices.Contains(function.Device))
            && (Class is not { } code || ((code ^ function.Class) & ClassMask) == 0);
    }
}
