using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue of numbers behind it, for writing.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct WriteOnlyNumberFifo<TNumber, TRaw> : IArrayElement<WriteOnlyNumberFifo<TNumber, TRaw>>, IRegisterHandle<TRaw>, IWrittenNumberFifo<TNumber, TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WriteOnlyNumberFifo(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    WriteOnlyNumberFifo(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <summary>Puts in one number; where it depends, what tells how the bits are to be understood is read in the same program.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void Write(TNumber value) => _cell.Write(value);

    /// <summary>Puts in one value as the bits are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void WriteRaw(TRaw bits) => _cell.WriteRaw(bits);

    /// <summary>Puts in all numbers, one access after the other under the device's gate. Whether there is room is the caller's to know.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused; the numbers before it were put in.</exception>
    public void WriteBlock(ReadOnlySpan<TNumber> values) => _cell.WriteBlock(values);

    /// <summary>The same, with the bits as they are.</summary>
    /// <exception cref="PortAccessException">An access was refused; the values before it were put in.</exception>
    public void WriteRawBlock(ReadOnlySpan<TRaw> bits) => _cell.WriteRawBlock(bits);

    static WriteOnlyNumberFifo<TNumber, TRaw> IArrayElement<WriteOnlyNumberFifo<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => true;
}
