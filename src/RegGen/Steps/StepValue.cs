using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>What a step writes or passes on: constant bits, and bits of variables beside them.</summary>
/// <param name="constant">The constant bits.</param>
/// <param name="terms">The bits of variables; no two share a place.</param>
public readonly struct StepValue(ulong constant, params StepTerm[] terms)
{
    /// <summary>A value without variables.</summary>
    public static implicit operator StepValue(ulong constant) => new(constant);

    /// <summary>The value without variables, as languages without conversions write it.</summary>
    public static StepValue FromUInt64(ulong constant) => new(constant);

    internal Bits In(ref PortProgram program, scoped ReadOnlySpan<Bits> variables)
    {
        var bits = new Bits(constant);
        foreach (StepTerm term in terms ?? [])
        {
            bits = program.Or(bits, variables[term.Variable].Down(term.Low, term.Mask).Up(term.Shift));
        }

        return bits;
    }
}
