namespace RegGen.Metadata;

/// <summary>Registers behind an index and a data register.</summary>
/// <param name="Name">Name of the window.</param>
/// <param name="Index">The register that holds the index.</param>
/// <param name="IndexMask">The index field's bits in it.</param>
/// <param name="Data">The register that shows the indexed one.</param>
/// <param name="Registers">The registers behind it; their address is the index.</param>
public sealed record WindowMap(string Name, string Index, ulong IndexMask, string Data, IReadOnlyList<RegisterMap> Registers)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";
}
