using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>What an <see cref="ArrayOf{TElement}"/> may hold: register handles and the blocks of generated code.</summary>
/// <typeparam name="TSelf">The handle or block.</typeparam>
public interface IArrayElement<TSelf>
    where TSelf : struct, IArrayElement<TSelf>
{
    /// <summary>Made by the array.</summary>
    /// <param name="device">The device.</param>
    /// <param name="address">Where the element begins: offset from the device's base, or index in a window.</param>
    /// <param name="index">Which element it is, counted through all arrays around it.</param>
    /// <param name="route">How to reach it, or null for a plain port.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf At(PortDevice device, int address, int index, Route? route);
}
