using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>REG.Field &lt;- value</c>: changes one field of a register.</summary>
/// <param name="place">The register.</param>
/// <param name="keep">The bits that stay as they are.</param>
/// <param name="value">All other bits.</param>
public sealed class ModifyStep(StepPlace place, ulong keep, StepValue value) : PortStep
{
    internal override LockSet Locks => place.Way.Locks;

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        Bits set = value.In(ref program, variables);
        Bits before = place.Way.Select(ref program);
        Bits present = place.Way.AppendRecall(ref program, place.Address, place.Width);
        place.Way.AppendWrite(ref program, place.Address, place.Width, program.Or(present.With(keep, 0), set));
        place.Way.Restore(ref program, before);
    }
}
