using RegGen.Backends;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>A named list of steps with parameters and results: one program under the device's gate.</summary>
/// <param name="steps">The steps.</param>
/// <param name="results">Numbers of the variables that are results, and how many variables in a row each of them is.</param>
public sealed class Sequence(StepList steps, params (int Variable, int Count)[] results)
{
    /// <summary>The steps, for other sequences that call them.</summary>
    public StepList Steps { get; } = steps;

    /// <summary>Runs the steps.</summary>
    /// <param name="device">The device.</param>
    /// <param name="inputs">The parameters.</param>
    /// <returns>The first result, or 0 if there is none.</returns>
    /// <exception cref="TimeoutException">A poll was late. The steps after it have not run.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public ulong Run(PortDevice device, params ReadOnlySpan<ulong> inputs)
    {
        Span<ulong> first = stackalloc ulong[1];
        Run(first[..Math.Min(1, results.Length)], device, inputs);
        return first[0];
    }

    /// <summary>Runs steps that can do harm.</summary>
    /// <inheritdoc cref="Run(PortDevice, ReadOnlySpan{ulong})"/>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    public ulong Run(Danger danger, PortDevice device, params ReadOnlySpan<ulong> inputs)
    {
        danger.Demand();
        return Run(device, inputs);
    }

    /// <summary>Results that were read one after the other from one register.</summary>
    public static TValue[] Block<TValue>(ReadOnlySpan<ulong> found)
        where TValue : unmanaged
    {
        var values = new TValue[found.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Word.Wide<TValue>(found[i]);
        }

        return values;
    }

    /// <inheritdoc cref="Run(PortDevice, ReadOnlySpan{ulong})"/>
    /// <param name="found">Gets the results, in order.</param>
    /// <param name="device">The device.</param>
    /// <param name="inputs">The parameters.</param>
    public void Run(Span<ulong> found, PortDevice device, params ReadOnlySpan<ulong> inputs)
    {
        ArgumentNullException.ThrowIfNull(device);
        Span<Bits> given = stackalloc Bits[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            given[i] = new(inputs[i]);
        }

        Span<Bits> variables = stackalloc Bits[Steps.Variables];
        using LockSet.Hold held = Steps.Locks.Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength]);
            Steps.Append(ref program, variables, given);
            program.Run();
            int filled = 0;
            foreach ((int variable, int count) in results)
            {
                for (int i = 0; i < count && filled < found.Length; i++)
                {
                    found[filled++] = program.Result(variables[variable + i]);
                }
            }
        }
    }

    /// <inheritdoc cref="Run(Danger, PortDevice, ReadOnlySpan{ulong})"/>
    public void Run(Danger danger, Span<ulong> found, PortDevice device, params ReadOnlySpan<ulong> inputs)
    {
        danger.Demand();
        Run(found, device, inputs);
    }
}
