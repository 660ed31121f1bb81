using RegGen.Backends;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>Steps of a protocol, as data: they are appended to the program of an access or of a sequence, so that all of it runs in one go.</summary>
/// <param name="variables">Number of variables: the inputs first, then what steps read.</param>
/// <param name="steps">The steps, in order.</param>
public sealed class StepList(int variables, params PortStep[] steps)
{
    /// <summary>The locks on the way to what the steps access.</summary>
    internal LockSet Locks { get; } = LockSet.Of([.. steps.Select(step => step.Locks)]);

    /// <summary>Appends the steps.</summary>
    /// <param name="program">The program.</param>
    /// <param name="inputs">The first variables; missing ones are 0, those that the steps do not know are left out.</param>
    internal void Append(ref PortProgram program, params scoped ReadOnlySpan<Bits> inputs)
    {
        Span<Bits> known = stackalloc Bits[variables];
        Append(ref program, known, inputs);
    }

    /// <summary>Appends the steps, and leaves what they read in <paramref name="known"/>.</summary>
    internal void Append(ref PortProgram program, scoped Span<Bits> known, scoped ReadOnlySpan<Bits> inputs)
    {
        known.Fill(new(0));
        inputs[..Math.Min(inputs.Length, known.Length)].CopyTo(known);
        foreach (PortStep step in steps)
        {
            step.Append(ref program, known);
        }
    }

    /// <summary>Runs the steps as a program of their own; the gate is held.</summary>
    internal void Run(PortDevice device)
    {
        var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength]);
        Append(ref program);
        program.Run();
    }

    /// <summary>Number of variables.</summary>
    internal int Variables => variables;
}
