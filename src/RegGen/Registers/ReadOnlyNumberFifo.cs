using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue of numbers behind it, for reading.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct ReadOnlyNumberFifo<TNumber, TRaw> : IArrayElement<ReadOnlyNumberFifo<TNumber, TRaw>>, IRegisterHandle<TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyNumberFifo(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    ReadOnlyNumberFifo(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <summary>Takes one number; where it depends, what tells how the bits are to be understood is read in the same program.</summary>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public TNumber Read() => _cell.Read();

    /// <summary>Takes one value as the bits are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public TRaw ReadRaw() => _cell.ReadRaw();

    /// <summary>Takes as many numbers as fit, one access after the other under the device's gate. Whether there are so many is the caller's to know.</summary>
    /// <exception cref="PortAccessException">An access was refused; the numbers before it were taken.</exception>
    public void ReadBlock(Span<TNumber> values) => _cell.ReadBlock(values);

    /// <summary>The same, as the bits are.</summary>
    /// <exception cref="PortAccessException">An access was refused; the values before it were taken.</exception>
    public void ReadRawBlock(Span<TRaw> bits) => _cell.ReadRawBlock(bits);

    static ReadOnlyNumberFifo<TNumber, TRaw> IArrayElement<ReadOnlyNumberFifo<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => false;
}
