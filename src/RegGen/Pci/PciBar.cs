using RegGen.Claims;

namespace RegGen.Pci;

/// <summary>A base address register of a function.</summary>
/// <param name="Index">Its number, 0 to 5. A memory base of 64 bits takes the number after it too.</param>
/// <param name="IsIo">Whether it places I/O ports; otherwise memory.</param>
/// <param name="Address">Where they begin; 0 if nothing was assigned.</param>
public readonly record struct PciBar(int Index, bool IsIo, ulong Address)
{
    /// <summary>The last address behind it, if that is known.</summary>
    public ulong? Last { get; init; }

    /// <summary>The I/O ports behind it, if it has any and it is known how many.</summary>
    public PortRange? Ports => HasPorts && Last is { } last && last >= Address && last <= ushort.MaxValue ? new((ushort)Address, (ushort)last) : null;

    /// <summary>Whether it places I/O ports and a base was assigned.</summary>
    public bool HasPorts => IsIo && Address is > 0 and <= ushort.MaxValue;
}
