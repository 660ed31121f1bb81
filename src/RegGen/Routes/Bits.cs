using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A word whose value is partly known and partly taken from an earlier read of the same program; a wide one from two.</summary>
/// <param name="Value">The known bits.</param>
/// <param name="From">The earlier read, or <see cref="PortOperation.None"/>.</param>
/// <param name="Keep">The bits taken from earlier reads.</param>
/// <param name="FromHigh">The earlier read of bits 63..32, or <see cref="PortOperation.None"/>.</param>
readonly record struct Bits(ulong Value, int From = PortOperation.None, ulong Keep = 0, int FromHigh = PortOperation.None)
{
    /// <summary>Bits 31..0.</summary>
    public Bits Low => new((uint)Value, From, (uint)Keep);

    /// <summary>Bits 63..32, moved down.</summary>
    public Bits High => new(Value >> 32, FromHigh, Keep >> 32);

    /// <summary>Another word: some of this one's bits kept, others set. A read of which none is left is not referred to.</summary>
    public Bits With(ulong keep, ulong set)
    {
        ulong kept = Keep & keep;
        return new(
            (Value & keep) | set,
            (uint)kept == 0 ? PortOperation.None : From,
            kept,
            kept >> 32 == 0 ? PortOperation.None : FromHigh);
    }

    /// <summary>All that an earlier operation read.</summary>
    public static Bits Of(int operation) => new(0, operation, uint.MaxValue);

    /// <summary>All that two earlier operations read.</summary>
    public static Bits Of(int low, int high) => new(0, low, ulong.MaxValue, high);
}
