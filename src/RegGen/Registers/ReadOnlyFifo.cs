using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue behind it, for reading.</summary>
/// <typeparam name="TValue">The port's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct ReadOnlyFifo<TValue> : IArrayElement<ReadOnlyFifo<TValue>>, IRegisterHandle<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlyFifo(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <summary>Takes one value.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Read() => _cell.Read();

    /// <summary>Takes as many values as fit, one access after the other under the device's gate. Whether there are so many is the caller's to know.</summary>
    /// <exception cref="PortAccessException">An access was refused; the values before it were taken.</exception>
    public void ReadBlock(Span<TValue> values) => _cell.ReadBlock(values);

    static ReadOnlyFifo<TValue> IArrayElement<ReadOnlyFifo<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => false;
}
