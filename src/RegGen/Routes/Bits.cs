using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A word whose value is partly known and partly taken from an earlier read of the same program.</summary>
/// <param name="Value">The known bits.</param>
/// <param name="From">The earlier read, or <see cref="PortOperation.None"/>.</param>
/// <param name="Keep">The bits taken from it.</param>
readonly record struct Bits(uint Value, int From = PortOperation.None, uint Keep = 0)
{
    /// <summary>Another word: some of this one's bits kept, others set. A read of which none is left is not referred to.</summary>
    public Bits With(uint keep, uint set) =>
        new((Value & keep) | set, (Keep & keep) == 0 ? PortOperation.None : From, Keep & keep);

    /// <summary>All that an earlier operation read.</summary>
    public static Bits Of(int operation) => new(0, operation, uint.MaxValue);
}
