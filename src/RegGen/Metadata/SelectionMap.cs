using RegGen.Steps;

namespace RegGen.Metadata;

/// <summary>One of the accesses that choose what a window shows, so that what was chosen can be told from what went over the bus.</summary>
/// <param name="Register">The register.</param>
/// <param name="Mask">The bits that are the same for whatever is chosen.</param>
/// <param name="Value">Their value.</param>
/// <param name="Bits">Bits of the address, with the window's parameters above it, and where they are in the register.</param>
public sealed record SelectionMap(string Register, ulong Mask, ulong Value, params IReadOnlyList<StepTerm> Bits)
{
    /// <summary>Whether the register is read, as for a flip-flop that a read resets.</summary>
    public bool IsRead { get; init; }

    /// <summary>The bits that tell something.</summary>
    internal ulong Reach => Bits.Aggregate(Mask, (bits, term) => bits | (term.Mask << term.Shift));

    /// <summary>Takes from a word what it says about the address; false if it chooses something else.</summary>
    /// <param name="word">What the register holds, or what was written.</param>
    /// <param name="place">The address and the parameters, as far as they are known.</param>
    internal bool Choose(ulong word, ref ulong place)
    {
        foreach (StepTerm term in Bits)
        {
            place |= ((word >> term.Shift) & term.Mask) << term.Low;
        }

        return (word & Mask) == Value;
    }
}
