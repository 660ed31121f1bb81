using System.ComponentModel;

namespace RegGen;

/// <summary>Registers or blocks that are all alike, one for each name of an enum: <c>scc.Channel[Port.B].Status.Read()</c>.</summary>
/// <typeparam name="TElement">The register handle or block.</typeparam>
/// <typeparam name="TIndex">The enum.</typeparam>
public readonly struct ArrayOf<TElement, TIndex>
    where TElement : struct, IArrayElement<TElement>
    where TIndex : struct, Enum
{
    readonly PortDevice _device;
    readonly Spacing<TIndex> _spacing;
    readonly int _address, _first;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ArrayOf(PortDevice device, int address, Spacing<TIndex> spacing, int first = 0) =>
        (_device, _address, _spacing, _first) = (device, address, spacing, first);

    /// <summary>Number of elements.</summary>
    public int Count => _spacing.Count;

    /// <summary>The names that have an element.</summary>
    public IReadOnlyList<TIndex> Indexes => _spacing.Indexes;

    /// <summary>The element of a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no name, so there is no such element.</exception>
    public TElement this[TIndex index] => Elements[_spacing.PositionOf(index)];

    /// <summary>The elements in their order.</summary>
    public ArrayOf<TElement>.Enumerator GetEnumerator() => Elements.GetEnumerator();

    ArrayOf<TElement> Elements => new(_device, _address, _spacing, _first);
}
