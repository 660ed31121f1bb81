using System.Collections;

namespace RegGen.Compiler.Model;

/// <summary>
/// A list compared by its elements, so that a model built twice from the same text is one to the build's cache. The questions that a large
/// description asks of its registers and fields again and again are answered here without boxing.
/// </summary>
readonly struct EquatableArray<T>(T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    readonly T[]? _items = items;

    public static EquatableArray<T> Empty => new([]);

    T[] Items => _items ?? [];

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public bool Any() => Items.Length > 0;

    public bool Any(Func<T, bool> condition) => IndexOf(condition) >= 0;

    public bool All(Func<T, bool> condition)
    {
        foreach (T item in Items)
        {
            if (!condition(item))
            {
                return false;
            }
        }

        return true;
    }

    public T? FirstOrDefault(Func<T, bool> condition) => IndexOf(condition) is >= 0 and int found ? Items[found] : default;

    public IEnumerable<T> Where(Func<T, bool> condition) => Items.Where(condition);

    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> change) => Items.Select(change);

    public bool Equals(EquatableArray<T> other) => ReferenceEquals(_items, other._items) || Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    int IndexOf(Func<T, bool> condition)
    {
        for (int i = 0; i < Items.Length; i++)
        {
            if (condition(Items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What <c>foreach</c> takes.</summary>
    public struct Enumerator(T[] items)
    {
        int _next;

        public readonly T Current => items[_next - 1];

        public bool MoveNext() => _next++ < items.Length;
    }
}

static class EquatableArray
{
    public static EquatableArray<T> ToEquatable<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items.ToArray());
}
