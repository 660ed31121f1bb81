using System.Globalization;
using RegGen.Routes;

namespace RegGen.Metadata;

/// <summary>Registers behind a data register, which shows the one that an index, or steps, have chosen.</summary>
/// <param name="Name">Full name of the window; in a region <c>Region.Window</c>.</param>
/// <param name="Index">The register that holds the index; where steps choose, the first that they write.</param>
/// <param name="IndexMask">The bits of the index in it.</param>
/// <param name="Data">The registers that show the chosen one: for reading, for writing, of one width or several.</param>
/// <param name="Registers">The registers behind it; their address is the index.</param>
public sealed record WindowMap(string Name, string Index, ulong IndexMask, IReadOnlyList<string> Data, IReadOnlyList<RegisterMap> Registers)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Which accesses to a data register move the index on by one.</summary>
    public Increment Increment { get; init; }

    /// <summary>The writes that let it in, in their order; empty if there is nothing to enter, or if they are not known beforehand.</summary>
    public IReadOnlyList<KeyMap> Enter { get; init; } = [];

    /// <summary>The writes that leave it; empty if nothing does.</summary>
    public IReadOnlyList<KeyMap> Exit { get; init; } = [];

    /// <summary>The accesses that choose, in order; empty if that is the index alone.</summary>
    public IReadOnlyList<SelectionMap> Select { get; init; } = [];

    /// <summary>The accesses that choose what is written, if they are others than for what is read.</summary>
    public IReadOnlyList<SelectionMap>? SelectWrite { get; init; }

    /// <summary>The window as it is read and as it is written, where these are chosen in two ways.</summary>
    internal IEnumerable<WindowMap> Ways => SelectWrite is null
        ? [this]
        : [this with { SelectWrite = null, Reads = Reads ?? Data, Writes = [] }, this with { Select = SelectWrite, SelectWrite = null, Reads = [], Writes = Writes ?? Data }];

    /// <summary>What it is chosen by beside the address: there is a set of its registers for each.</summary>
    public IReadOnlyList<WindowParameter> Parameters { get; init; } = [];

    /// <summary>The bits of an address that choose a byte of the data register, which narrower accesses then reach; 0 if they do not.</summary>
    public int Lanes { get; init; }

    /// <summary>The data registers to read, if they are others than those to write.</summary>
    public IReadOnlyList<string>? Reads { get; init; }

    /// <summary>The data registers to write, if they are others than those to read.</summary>
    public IReadOnlyList<string>? Writes { get; init; }

    /// <summary>Whether a register shows or takes what stands behind the window.</summary>
    internal bool IsData(string register, bool isWrite) => ((isWrite ? Writes : Reads) ?? Data).Contains(register);

    /// <summary>What the index register holds after an access to a data register.</summary>
    internal ulong Advance(ulong word, bool isWrite)
    {
        bool moves = Increment.HasFlag(isWrite ? Increment.Write : Increment.Read);
        return moves ? (word & ~IndexMask) | ((word + (IndexMask & (~IndexMask + 1))) & IndexMask) : word;
    }

    /// <summary>The set of its registers that parameters name, as the beginning of a name: <c>Config(0,1,0).</c>; null if there is none.</summary>
    internal string? SetOf(IReadOnlyList<uint> values)
    {
        if (Parameters.Count == 0)
        {
            return Name + ".";
        }

        for (int i = 0; i < Parameters.Count; i++)
        {
            if (values.Count != Parameters.Count || values[i] < Parameters[i].First || values[i] > Parameters[i].Last)
            {
                return null;
            }
        }

        return $"{Name}({string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}).";
    }

    /// <summary>The words of registers as one set of them knows them: those of this window are those of the set.</summary>
    /// <param name="set">The set, such as <c>Config(0,1,0).</c>.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    internal Func<string, ulong> Within(string? set, Func<string, ulong> word)
    {
        string prefix = Name + ".";
        return set is null || set == prefix ? word : name => word(name.StartsWith(prefix, StringComparison.Ordinal) ? set + name[prefix.Length..] : name);
    }

    /// <summary>The index, and the set of registers, of an address with parameters above it.</summary>
    internal (int Index, string? Set) Split(ulong place)
    {
        if (Parameters.Count == 0)
        {
            return ((int)place, Name + ".");
        }

        uint[] values = new uint[Parameters.Count];
        int end = 64;
        for (int i = 0; i < values.Length; i++)
        {
            // The first one stands highest.
            values[i] = (uint)((place & (ulong.MaxValue >> (64 - end))) >> Parameters[i].Shift);
            end = Parameters[i].Shift;
        }

        return ((int)(place & ((1ul << end) - 1)), SetOf(values));
    }
}
