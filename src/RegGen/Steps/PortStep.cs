using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>One step of a protocol, as data: what it appends to the program of an access or of a sequence.</summary>
public abstract class PortStep
{
    private protected PortStep()
    {
    }

    /// <summary>The locks on the way to what the step accesses.</summary>
    internal virtual LockSet Locks => LockSet.Empty;

    /// <summary>Appends the step's operations.</summary>
    /// <param name="program">The program.</param>
    /// <param name="variables">Inputs, and what earlier steps have read; a step may add to them.</param>
    internal abstract void Append(ref PortProgram program, scoped Span<Bits> variables);
}
