using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A word whose value is partly known and partly taken from an earlier operation of the same program.</summary>
/// <param name="Value">The known bits.</param>
/// <param name="From">The earlier operation, or <see cref="PortOperation.None"/>.</param>
/// <param name="Keep">The bits taken from it, once it is shifted.</param>
/// <param name="Shift">How far it is shifted right; negative means left.</param>
readonly record struct Bits(ulong Value, int From = PortOperation.None, ulong Keep = 0, int Shift = 0)
{
    /// <summary>Another word: some of this one's bits kept, others set. A read of which none is left is not referred to.</summary>
    public Bits With(ulong keep, ulong set) => Taking((Value & keep) | set, Keep & keep, Shift);

    /// <summary>Bits from a lowest one up, moved to position 0.</summary>
    public Bits Down(int low, ulong mask) => Taking((Value >> low) & mask, (Keep >> low) & mask, Shift + low);

    /// <summary>The word at a higher position.</summary>
    public Bits Up(int shift) => Taking(Value << shift, Keep << shift, Shift - shift);

    /// <summary>All that an earlier operation resulted in.</summary>
    public static Bits Of(int operation) => new(0, operation, ulong.MaxValue);

    Bits Taking(ulong value, ulong keep, int shift) => keep == 0 ? new(value) : new(value, From, keep, shift);
}
