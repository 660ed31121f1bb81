namespace RegGen.Metadata;

/// <summary>When a register answers: while bits of another register have one of some values, or none of them.</summary>
/// <param name="Register">The selecting register.</param>
/// <param name="Mask">The selecting field's bits.</param>
/// <param name="Values">Their values, in place.</param>
public sealed record Condition(string Register, ulong Mask, params IReadOnlyList<ulong> Values)
{
    /// <summary>Whether the bits must have none of the values.</summary>
    public bool Except { get; init; }

    /// <summary>A word for which it holds, and which is like another in all other bits; the same if none is found.</summary>
    internal ulong Satisfied(ulong word)
    {
        ulong step = Mask & (~Mask + 1);
        for (ulong turn = 0, bits = Except || Values.Count == 0 ? 0 : Values[0]; turn <= (ulong)Values.Count; turn++, bits = (bits + step) & Mask)
        {
            ulong candidate = (word & ~Mask) | bits;
            if (Holds(candidate))
            {
                return candidate;
            }
        }

        return word;
    }

    /// <summary>Whether it holds while the selecting register holds a word.</summary>
    public bool Holds(ulong word)
    {
        ulong bits = word & Mask;
        foreach (ulong value in Values)
        {
            if (value == bits)
            {
                return !Except;
            }
        }

        return Except;
    }
}
