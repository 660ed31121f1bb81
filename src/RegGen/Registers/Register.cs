using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that can be read and written.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct Register<TValue> : IArrayElement<Register<TValue>>, IRegisterHandle<TValue>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Register(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Read() => _cell.Read();

    /// <inheritdoc cref="WriteOnlyRegister{TValue}.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TValue value) => _cell.Write(value);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntil"/>
    public TValue WaitUntil(TimeSpan timeout, FieldBits wanted) => Waiting.Until(_cell, timeout, wanted);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.TryWaitUntil"/>
    public bool TryWaitUntil(TimeSpan timeout, FieldBits wanted) => Waiting.Try(_cell, timeout, wanted, out _);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntilAsync"/>
    public Task<TValue> WaitUntilAsync(TimeSpan timeout, FieldBits wanted, CancellationToken cancellation = default) =>
        Waiting.UntilAsync(_cell, timeout, wanted, cancellation);

    internal Cell<TValue> Cell
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cell;
    }

    static Register<TValue> IArrayElement<Register<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => true;
}
