namespace RegGen.Simulation;

/// <summary>A register of a simulated device, by its values: <c>sim.On(uart.Lcr).Write(line => ...)</c>.</summary>
/// <remarks>As <see cref="SimulatedRegister"/> otherwise.</remarks>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width.</typeparam>
public sealed class SimulatedRegister<TValue>
    where TValue : unmanaged
{
    internal SimulatedRegister(SimulatedRegister untyped) => Untyped = untyped;

    /// <summary>The same, by raw words.</summary>
    public SimulatedRegister Untyped { get; }

    /// <summary>What is stored, whatever the register's access.</summary>
    public TValue Value
    {
        get => Word.Wide<TValue>(Untyped.Value);
        set => Untyped.Value = Word.Wide(value);
    }

    /// <inheritdoc cref="SimulatedRegister.Read"/>
    public SimulatedRegister<TValue> Read(Func<TValue, TValue> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        Untyped.Read(stored => Word.Wide(hook(Word.Wide<TValue>(stored))));
        return this;
    }

    /// <inheritdoc cref="SimulatedRegister.Write"/>
    public SimulatedRegister<TValue> Write(Action<TValue> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        Untyped.Write(written => hook(Word.Wide<TValue>(written)));
        return this;
    }

    /// <inheritdoc cref="SimulatedRegister.Enqueue"/>
    public SimulatedRegister<TValue> Enqueue(params ReadOnlySpan<TValue> values)
    {
        foreach (TValue value in values)
        {
            Untyped.Enqueue(Word.Wide(value));
        }

        return this;
    }
}
