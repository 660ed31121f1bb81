using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A data port with a queue of numbers behind it, for reading and writing.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct NumberFifo<TNumber, TRaw> : IArrayElement<NumberFifo<TNumber, TRaw>>, IRegisterHandle<TRaw>, IWrittenNumberFifo<TNumber, TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NumberFifo(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    NumberFifo(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.Read"/>
    public TNumber Read() => _cell.Read();

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadRaw"/>
    public TRaw ReadRaw() => _cell.ReadRaw();

    /// <inheritdoc cref="WriteOnlyNumberFifo{TNumber, TRaw}.Write"/>
    public void Write(TNumber value) => _cell.Write(value);

    /// <inheritdoc cref="WriteOnlyNumberFifo{TNumber, TRaw}.WriteRaw"/>
    public void WriteRaw(TRaw bits) => _cell.WriteRaw(bits);

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadBlock"/>
    public void ReadBlock(Span<TNumber> values) => _cell.ReadBlock(values);

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadRawBlock"/>
    public void ReadRawBlock(Span<TRaw> bits) => _cell.ReadRawBlock(bits);

    /// <inheritdoc cref="WriteOnlyNumberFifo{TNumber, TRaw}.WriteBlock"/>
    public void WriteBlock(ReadOnlySpan<TNumber> values) => _cell.WriteBlock(values);

    /// <inheritdoc cref="WriteOnlyNumberFifo{TNumber, TRaw}.WriteRawBlock"/>
    public void WriteRawBlock(ReadOnlySpan<TRaw> bits) => _cell.WriteRawBlock(bits);

    static NumberFifo<TNumber, TRaw> IArrayElement<NumberFifo<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => true;
}
