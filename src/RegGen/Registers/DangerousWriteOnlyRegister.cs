using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that can only be written, and only by a caller who accepts what that can do.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct DangerousWriteOnlyRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DangerousWriteOnlyRegister(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <inheritdoc cref="DangerousRegister{TValue}.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Danger danger, TValue value)
    {
        _ = danger;
        _cell.Write(value);
    }

    internal Cell<TValue> Cell
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cell;
    }
}
