using RegGen.Routes;

namespace RegGen.Metadata;

/// <summary>Registers behind an index and a data register.</summary>
/// <param name="Name">Full name of the window; in a region <c>Region.Window</c>.</param>
/// <param name="Index">The register that holds the index.</param>
/// <param name="IndexMask">The index field's bits in it.</param>
/// <param name="Data">The registers that show the indexed one: for reading, for writing, of one width or several.</param>
/// <param name="Registers">The registers behind it; their address is the index.</param>
public sealed record WindowMap(string Name, string Index, ulong IndexMask, IReadOnlyList<string> Data, IReadOnlyList<RegisterMap> Registers)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Which accesses to a data register move the index on by one.</summary>
    public Increment Increment { get; init; }

    /// <summary>What the index register holds after an access to a data register.</summary>
    internal ulong Advance(ulong word, bool isWrite)
    {
        bool moves = Increment.HasFlag(isWrite ? Increment.Write : Increment.Read);
        return moves ? (word & ~IndexMask) | ((word + (IndexMask & (~IndexMask + 1))) & IndexMask) : word;
    }
}
