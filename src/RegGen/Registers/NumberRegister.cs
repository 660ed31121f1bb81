using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register or joined value whose bits stand for a number in some code: with a sign, in decimal digits, in steps of some size.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct NumberRegister<TNumber, TRaw> : IArrayElement<NumberRegister<TNumber, TRaw>>, IRegisterHandle<TRaw>, IWrittenNumber<TNumber, TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NumberRegister(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    NumberRegister(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <inheritdoc cref="ReadOnlyNumberRegister{TNumber, TRaw}.Read"/>
    public TNumber Read() => _cell.Read();

    /// <inheritdoc cref="ReadOnlyNumberRegister{TNumber, TRaw}.ReadRaw"/>
    public TRaw ReadRaw() => _cell.ReadRaw();

    /// <inheritdoc cref="WriteOnlyNumberRegister{TNumber, TRaw}.Write"/>
    public void Write(TNumber value) => _cell.Write(value);

    /// <inheritdoc cref="WriteOnlyNumberRegister{TNumber, TRaw}.WriteRaw"/>
    public void WriteRaw(TRaw bits) => _cell.WriteRaw(bits);

    static NumberRegister<TNumber, TRaw> IArrayElement<NumberRegister<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => true;
}
