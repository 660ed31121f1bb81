using System.ComponentModel;
using System.Numerics;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register or joined value that can only be written, whose bits stand for a number in some code.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public readonly struct WriteOnlyNumberRegister<TNumber, TRaw>
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    readonly PortDevice _device;
    readonly int _address;
    readonly NumberCode _code;
    readonly Route? _route;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WriteOnlyNumberRegister(PortDevice device, int address, NumberCode code, Route? route = null) =>
        (_device, _address, _code, _route) = (device, address, code, route);

    /// <summary>Writes a number; where it depends, what tells how the bits are to be understood is read in the same program.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void Write(TNumber value) => _code.Write(_device, _address, _route, value);

    /// <summary>Writes bits as they are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void WriteRaw(TRaw bits) => new Cell<TRaw>(_device, _address, _route).Write(bits);
}
