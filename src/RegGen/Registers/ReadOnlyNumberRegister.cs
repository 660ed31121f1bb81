using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register or joined value that can only be read, whose bits stand for a number in some code.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct ReadOnlyNumberRegister<TNumber, TRaw> : IArrayElement<ReadOnlyNumberRegister<TNumber, TRaw>>, IRegisterHandle<TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyNumberRegister(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    ReadOnlyNumberRegister(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <summary>Reads the number; where it depends, what tells how the bits are to be understood is read in the same program.</summary>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public TNumber Read() => _cell.Read();

    /// <summary>Reads the bits as they are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public TRaw ReadRaw() => _cell.ReadRaw();

    static ReadOnlyNumberRegister<TNumber, TRaw> IArrayElement<ReadOnlyNumberRegister<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => false;
}
