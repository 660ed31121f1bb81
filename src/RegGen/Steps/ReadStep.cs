using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>read REG</c>, <c>let x &lt;- REG.Field</c>, <c>result x &lt;- REG.Field</c>: reads a register.</summary>
/// <param name="place">The register.</param>
/// <param name="variable">Number of the variable that takes what was read; -1 for none.</param>
/// <param name="pieces">The field's bits, each stretch of them moved to its place in the variable.</param>
public sealed class ReadStep(StepPlace place, int variable, StepTerm[] pieces) : PortStep
{
    /// <summary>Reads a register, or a field whose bits lie together.</summary>
    /// <param name="place">The register.</param>
    /// <param name="variable">Number of the variable that takes what was read; -1 for none.</param>
    /// <param name="low">The field's lowest bit.</param>
    /// <param name="mask">The field's bits, moved to position 0.</param>
    public ReadStep(StepPlace place, int variable = -1, int low = 0, ulong mask = ulong.MaxValue)
        : this(place, variable, [new StepTerm(0, low, mask, 0)])
    {
    }

    internal override LockSet Locks => place.Way.Locks;

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        Bits read = place.AppendRead(ref program);
        if (variable < 0)
        {
            return;
        }

        Bits value = new(0);
        foreach (StepTerm piece in pieces)
        {
            value = program.Or(value, read.Down(piece.Low, piece.Mask).Up(piece.Shift));
        }

        variables[variable] = value;
    }
}
