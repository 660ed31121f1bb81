using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that can only be written.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct WriteOnlyRegister<TValue> : IArrayElement<WriteOnlyRegister<TValue>>, IRegisterHandle<TValue>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteOnlyRegister(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <summary>Writes the register: one access to a plain port, one program through a bank or a window.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TValue value) => _cell.Write(value);

    internal Cell<TValue> Cell
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cell;
    }

    static WriteOnlyRegister<TValue> IArrayElement<WriteOnlyRegister<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => true;
}
