using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that cannot be read back; the device remembers what was written last.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct ShadowedRegister<TValue> : IArrayElement<ShadowedRegister<TValue>>, IRegisterHandle<TValue>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ShadowedRegister(PortDevice device, int address, Route route) => _cell = new(device, address, route);

    /// <summary>What this device object wrote last, or the description's initial value. Touches no hardware.</summary>
    public TValue LastWritten => _cell.LastWritten();

    /// <summary>Writes the register and remembers the value.</summary>
    /// <exception cref="PortAccessException">The access was refused; the value is not remembered.</exception>
    public void Write(TValue value) => _cell.Write(value);

    internal Cell<TValue> Cell => _cell;

    static ShadowedRegister<TValue> IArrayElement<ShadowedRegister<TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(device, address, route!);

    Cell<TValue> IRegisterHandle<TValue>.Place => _cell;

    bool IRegisterHandle<TValue>.IsWritten => true;
}
