using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue behind it, for reading and writing.</summary>
/// <typeparam name="TValue">The port's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct Fifo<TValue> : IArrayElement<Fifo<TValue>>, IRegisterHandle<TValue>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Fifo(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <inheritdoc cref="ReadOnlyFifo{TValue}.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Read() => _cell.Read();

    /// <inheritdoc cref="WriteOnlyFifo{TValue}.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TValue value) => _cell.Write(value);

    /// <inheritdoc cref="ReadOnlyFifo{TValue}.ReadBlock"/>
    public void ReadBlock(Span<TValue> values) => _cell.ReadBlock(values);

    /// <inheritdoc cref="WriteOnlyFifo{TValue}.WriteBlock"/>
    public void WriteBlock(ReadOnlySpan<TValue> values) => _cell.WriteBlock(values);

    static Fifo<TValue> IArrayElement<Fifo<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => true;
}
