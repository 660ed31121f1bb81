using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>A register that keeps the last two values written; it can only be written: a write moves the value before on.</summary>
/// <typeparam name="TValue">A plain integer of its width.</typeparam>
public readonly struct WriteOnlyDoubledRegister<TValue>
    where TValue : unmanaged
{
    readonly Cell<TValue> _cell;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public WriteOnlyDoubledRegister(PortDevice device, int address, Route? route = null) => _cell = new(device, address, route);

    /// <summary>Writes one value; the one that was there becomes the value before it.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public void Write(TValue value) => _cell.Write(value);

    /// <summary>Writes both values, one after the other.</summary>
    /// <param name="previous">The value before the last one, which is written first.</param>
    /// <param name="current">The last one.</param>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public void WriteAll(TValue previous, TValue current) => _cell.WriteBlock([previous, current]);
}
