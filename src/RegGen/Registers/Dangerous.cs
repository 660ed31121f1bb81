using System.ComponentModel;
using System.Runtime.CompilerServices;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register whose writes can do harm: reading it is as free as ever, writing it takes <see cref="Danger.Accepted"/>.</summary>
/// <typeparam name="THandle">What its handle would be otherwise.</typeparam>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public readonly struct Dangerous<THandle, TValue> : IArrayElement<Dangerous<THandle, TValue>>
    where THandle : struct, IArrayElement<THandle>, IWrittenRegister<TValue>
    where TValue : unmanaged
{
    readonly THandle _handle;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dangerous(THandle handle) => _handle = handle;

    /// <summary>Writes the register.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Danger danger, TValue value) => Accept(danger).Write(value);

    /// <summary>The register, for what is not dangerous.</summary>
    internal THandle Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _handle;
    }

    /// <summary>The register, for what is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal THandle Accept(Danger danger)
    {
        danger.Demand();
        return _handle;
    }

    static Dangerous<THandle, TValue> IArrayElement<Dangerous<THandle, TValue>>.At(PortDevice device, int address, int index, Route? route) =>
        new(THandle.At(device, address, index, route));
}
