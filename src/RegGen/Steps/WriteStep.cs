using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>REG &lt;- value</c>: writes a register.</summary>
/// <param name="place">The register.</param>
/// <param name="value">What is written.</param>
public sealed class WriteStep(StepPlace place, StepValue value) : PortStep
{
    internal override LockSet Locks => place.Way.Locks;

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        Bits bits = value.In(ref program, variables);
        Bits before = place.Way.Select(ref program);
        place.Way.AppendWrite(ref program, place.Address, place.Width, bits);
        place.Way.Restore(ref program, before);
    }
}
