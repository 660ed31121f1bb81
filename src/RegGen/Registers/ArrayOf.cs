using System.Collections;
using System.ComponentModel;

namespace RegGen;

/// <summary>Registers or blocks that are all alike: <c>timer.Counter[1].Read()</c>. Indexing touches no hardware and allocates nothing.</summary>
/// <typeparam name="TElement">The register handle or block.</typeparam>
public readonly struct ArrayOf<TElement> : IReadOnlyList<TElement>
    where TElement : struct, IArrayElement<TElement>
{
    readonly PortDevice _device;
    readonly Spacing _spacing;
    readonly int _address, _first;

    /// <summary>Made by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ArrayOf(PortDevice device, int address, Spacing spacing, int first = 0) =>
        (_device, _address, _spacing, _first) = (device, address, spacing, first);

    /// <summary>Number of elements.</summary>
    public int Count => _spacing.Count;

    /// <summary>An element, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public TElement this[int index] =>
        TElement.At(_device, _address + _spacing.OffsetOf(index), _first + index, _spacing.RouteOf(_first + index));

    /// <summary>The elements in their order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<TElement> IEnumerable<TElement>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the elements of an array.</summary>
    public struct Enumerator : IEnumerator<TElement>
    {
        readonly ArrayOf<TElement> _array;
        int _index;

        internal Enumerator(ArrayOf<TElement> array) => (_array, _index) = (array, -1);

        /// <inheritdoc/>
        public readonly TElement Current => _array[_index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _array.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
