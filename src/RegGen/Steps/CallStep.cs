using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>call Other(a, b)</c>: the steps of another sequence.</summary>
/// <param name="steps">Its steps.</param>
/// <param name="arguments">Its parameters.</param>
public sealed class CallStep(StepList steps, params StepValue[] arguments) : PortStep
{
    internal override LockSet Locks => steps.Locks;

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        Span<Bits> inputs = stackalloc Bits[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            inputs[i] = arguments[i].In(ref program, variables);
        }

        steps.Append(ref program, inputs);
    }
}
