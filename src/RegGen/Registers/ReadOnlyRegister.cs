using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that can only be read.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct ReadOnlyRegister<TValue> : IArrayElement<ReadOnlyRegister<TValue>>, IRegisterHandle<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlyRegister(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <summary>Reads the register: one access to a plain port, one program through a bank or a window.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Read() => _cell.Read();

    /// <summary>Reads until the named fields have their values.</summary>
    /// <exception cref="TimeoutException">They did not in time; the last value read is in the message.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public TValue WaitUntil(TimeSpan timeout, FieldBits wanted) => Waiting.Until(_cell, timeout, wanted);

    /// <summary>Reads until the named fields have their values; false if they did not in time.</summary>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public bool TryWaitUntil(TimeSpan timeout, FieldBits wanted) => Waiting.Try(_cell, timeout, wanted, out _);

    /// <summary>Reads, with growing pauses, until the named fields have their values.</summary>
    /// <exception cref="TimeoutException">They did not in time; the last value read is in the message.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public Task<TValue> WaitUntilAsync(TimeSpan timeout, FieldBits wanted, CancellationToken cancellation = default) =>
        Waiting.UntilAsync(_cell, timeout, wanted, cancellation);

    static ReadOnlyRegister<TValue> IArrayElement<ReadOnlyRegister<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => false;
}
