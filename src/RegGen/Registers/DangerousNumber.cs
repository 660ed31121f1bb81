using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register or joined value that stands for a number, and whose writes can do harm: reading it is as free as ever, writing it takes <see cref="Danger.Accepted"/>.</summary>
/// <typeparam name="THandle">What its handle would be otherwise.</typeparam>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct DangerousNumber<THandle, TNumber, TRaw> : IArrayElement<DangerousNumber<THandle, TNumber, TRaw>>
    where THandle : struct, IArrayElement<THandle>, IWrittenNumber<TNumber, TRaw>
    where TNumber : unmanaged
    where TRaw : unmanaged
{
    readonly THandle _handle;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DangerousNumber(THandle handle) => _handle = handle;

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void Write(Danger danger, TNumber value) => Accept(danger).Write(value);

    /// <summary>Writes bits as they are.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void WriteRaw(Danger danger, TRaw bits) => Accept(danger).WriteRaw(bits);

    /// <summary>The register, for what is not dangerous.</summary>
    internal THandle Handle => _handle;

    THandle Accept(Danger danger)
    {
        danger.Demand();
        return _handle;
    }

    static DangerousNumber<THandle, TNumber, TRaw> IArrayElement<DangerousNumber<THandle, TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(THandle.At(device, address, index, route));
}
