using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue behind it, for writing.</summary>
/// <typeparam name="TValue">The port's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct WriteOnlyFifo<TValue> : IArrayElement<WriteOnlyFifo<TValue>>, IRegisterHandle<TValue>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteOnlyFifo(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <summary>Puts in one value.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TValue value) => _cell.Write(value);

    /// <summary>Puts in all values, one access after the other under the device's gate. Whether there is room is the caller's to know.</summary>
    /// <exception cref="PortAccessException">An access was refused; the values before it were put in.</exception>
    public void WriteBlock(ReadOnlySpan<TValue> values) => _cell.WriteBlock(values);

    static WriteOnlyFifo<TValue> IArrayElement<WriteOnlyFifo<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => true;
}
