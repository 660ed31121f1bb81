using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>A queue of numbers whose writes can do harm: reading it is as free as ever, writing it takes <see cref="Danger.Accepted"/>.</summary>
/// <typeparam name="THandle">What its handle would be otherwise.</typeparam>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct DangerousNumberFifo<THandle, TNumber, TRaw> : IArrayElement<DangerousNumberFifo<THandle, TNumber, TRaw>>
    where THandle : struct, IArrayElement<THandle>, IWrittenNumberFifo<TNumber, TRaw>
    where TNumber : unmanaged
    where TRaw : unmanaged
{
    readonly THandle _handle;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DangerousNumberFifo(THandle handle) => _handle = handle;

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void Write(Danger danger, TNumber value) => Accept(danger).Write(value);

    /// <summary>Writes bits as they are.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void WriteRaw(Danger danger, TRaw bits) => Accept(danger).WriteRaw(bits);

    /// <summary>Puts in all numbers.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused; the numbers before it were put in.</exception>
    public void WriteBlock(Danger danger, ReadOnlySpan<TNumber> values) => Accept(danger).WriteBlock(values);

    /// <summary>The same, with the bits as they are.</summary>
    /// <exception cref="ArgumentException">The danger was not accepted.</exception>
    /// <exception cref="PortAccessException">An access was refused; the values before it were put in.</exception>
    public void WriteRawBlock(Danger danger, ReadOnlySpan<TRaw> bits) => Accept(danger).WriteRawBlock(bits);

    /// <summary>The register, for what is not dangerous.</summary>
    internal THandle Handle => _handle;

    THandle Accept(Danger danger)
    {
        danger.Demand();
        return _handle;
    }

    static DangerousNumberFifo<THandle, TNumber, TRaw> IArrayElement<DangerousNumberFifo<THandle, TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(THandle.At(device, address, index, route));
}
