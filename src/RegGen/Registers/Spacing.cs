using System.ComponentModel;
using RegGen.Routes;

namespace RegGen;

/// <summary>Where the elements of an array begin, and how each is reached. Made once for each device class by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class Spacing
{
    readonly int[] _offsets;
    readonly Route?[] _routes;

    /// <param name="offsets">Where each element begins, counted from the first.</param>
    /// <param name="routes">None for plain ports, one for all elements, or one for each, through all arrays around.</param>
    public Spacing(int[] offsets, params Route?[] routes) => (_offsets, _routes) = (offsets, routes);

    /// <summary>Elements at equal distances.</summary>
    public static Spacing Every(int count, int stride, params Route?[] routes) =>
        new([.. Enumerable.Range(0, count).Select(i => i * stride)], routes);

    /// <summary>Number of elements.</summary>
    public int Count => _offsets.Length;

    internal int OffsetOf(int index)
    {
        if ((uint)index >= (uint)_offsets.Length)
        {
            ThrowOutside(index);
        }

        return _offsets[index];
    }

    internal Route? RouteOf(int index) => _routes.Length switch
    {
        0 => null,
        1 => _routes[0],
        _ => _routes[index],
    };

    void ThrowOutside(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, $"The elements are 0 to {Count - 1}.");
}

/// <summary>The same for an array that is indexed by an enum.</summary>
/// <typeparam name="TIndex">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Spacing<TIndex> : Spacing
    where TIndex : struct, Enum
{
    readonly TIndex[] _indexes;

    /// <param name="indexes">The names that have an element, in the order of the elements.</param>
    /// <param name="offsets">Where each element begins, counted from the array's place.</param>
    /// <param name="routes">None for plain ports, one for all elements, or one for each, through all arrays around.</param>
    public Spacing(TIndex[] indexes, int[] offsets, params Route?[] routes)
        : base(offsets, routes) => _indexes = indexes;

    internal IReadOnlyList<TIndex> Indexes => _indexes;

    internal int PositionOf(TIndex index)
    {
        for (int i = 0; i < _indexes.Length; i++)
        {
            if (EqualityComparer<TIndex>.Default.Equals(_indexes[i], index))
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, $"The elements are {string.Join(", ", _indexes)}.");
    }
}
