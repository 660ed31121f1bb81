using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>result words &lt;- DATA * 256</c>: reads a register again and again.</summary>
/// <param name="place">The register.</param>
/// <param name="variable">Number of the first variable that takes what was read; the others follow.</param>
/// <param name="count">How many times.</param>
public sealed class ReadBlockStep(StepPlace place, int variable, int count) : PortStep
{
    internal override LockSet Locks => place.Way.Locks;

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        int first = program.Count;
        Bits before = place.Way.Select(ref program);
        for (int i = 0; i < count; i++)
        {
            variables[variable + i] = place.Way.AppendRead(ref program, place.Address, place.Width);
        }

        place.Way.Restore(ref program, before);
        program.Leave(first);
    }
}
