using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>Bytes of another register that are this one's too: what changes in one, changes in both.</summary>
/// <param name="Map">This register.</param>
/// <param name="Other">The other register's word.</param>
/// <param name="Shift">Bits from this register's lowest bit up to the other's, both as they go over the bus; negative if the other begins below.</param>
/// <param name="Mask">The shared bits, as the other register's go over the bus.</param>
sealed record SharedBytes(RegisterMap Map, StoredWord Other, int Shift, ulong Mask)
{
    /// <summary>Hands on a word of this register.</summary>
    public void Take(ulong word)
    {
        ulong wire = Map.Wire(word);
        ulong shared = (Shift < 0 ? wire << -Shift : wire >> Shift) & Mask;
        Other.Value = Other.Map.Wire((Other.Map.Wire(Other.Value) & ~Mask) | shared);
    }

    /// <summary>What each register shares with others, as the description states its overlaps; an array stands for its elements.</summary>
    public static ILookup<string, SharedBytes> Of(IReadOnlyDictionary<string, StoredWord> words) => words
        .SelectMany(register => register.Value.Map.Overlaps.SelectMany(stated => words
            .Where(other => other.Key == stated || other.Key.StartsWith(stated + "[", StringComparison.Ordinal))
            .SelectMany(other => new[] { (From: register, To: other), (From: other, To: register) })))
        .Select(pair => (pair.From.Key, Bytes: Between(pair.From.Value.Map, pair.To.Value)))
        .Where(pair => pair.Bytes.Mask != 0)
        .ToLookup(pair => pair.Key, pair => pair.Bytes);

    static SharedBytes Between(RegisterMap register, StoredWord other)
    {
        int shift = (other.Map.Address - register.Address) * 8;
        ulong reach = Math.Abs(shift) >= 64 ? 0 : shift < 0 ? Ones(register.Width) << -shift : Ones(register.Width) >> shift;
        return new(register, other, shift, reach & Ones(other.Map.Width));
    }

    static ulong Ones(int width) => ulong.MaxValue >> (64 - width);
}
