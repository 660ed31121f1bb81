using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register or joined value that can only be written, whose bits stand for a number in some code.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct WriteOnlyNumberRegister<TNumber, TRaw> : IArrayElement<WriteOnlyNumberRegister<TNumber, TRaw>>, IRegisterHandle<TRaw>, IWrittenNumber<TNumber, TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly NumberCell<TNumber, TRaw> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WriteOnlyNumberRegister(PortDevice device, int address, NumberCode code, Route? route = null) => _cell = new(device, address, code, route);

    WriteOnlyNumberRegister(NumberCell<TNumber, TRaw> cell) => _cell = cell;

    /// <summary>Writes a number; where it depends, what tells how the bits are to be understood is read in the same program.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void Write(TNumber value) => _cell.Write(value);

    /// <summary>Writes bits as they are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void WriteRaw(TRaw bits) => _cell.WriteRaw(bits);

    static WriteOnlyNumberRegister<TNumber, TRaw> IArrayElement<WriteOnlyNumberRegister<TNumber, TRaw>>.At(PortDevice device, int address, int index, Route? route) =>
        new(NumberCell<TNumber, TRaw>.At(device, address, route));

    Cell<TRaw> IRegisterHandle<TRaw>.Place => _cell.Bits;

    bool IRegisterHandle<TRaw>.IsWritten => true;
}
