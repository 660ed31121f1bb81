namespace RegGen.Metadata;

/// <summary>A part of a device with a base of its own.</summary>
/// <param name="Name">The datasheet's name.</param>
/// <param name="Size">Ports from its base.</param>
/// <param name="Registers">Its registers; their address is an offset from its base.</param>
public sealed record RegionMap(string Name, int Size, IReadOnlyList<RegisterMap> Registers)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Its first port, if the description fixes it.</summary>
    public ushort? Port { get; init; }

    /// <summary>The PCI base address register that places it, if one does.</summary>
    public int? Bar { get; init; }

    /// <summary>The registers that hold its base or choose it, the most significant first; empty if none does.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The bits of the base, or of the choosing field, in what those registers hold together.</summary>
    public ulong Mask { get; init; } = ulong.MaxValue;

    /// <summary>Each value of the choosing field, in place, with the base that it chooses; empty if the registers hold the base itself.</summary>
    public IReadOnlyList<(ulong Value, ushort Port)> Choices { get; init; } = [];

    /// <summary>Where the region may be, if the registers hold its base.</summary>
    public (ushort First, ushort Last) Within { get; init; } = (0, ushort.MaxValue);
}
