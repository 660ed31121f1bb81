using System.Diagnostics.CodeAnalysis;

namespace RegGen.Simulation;

/// <summary>What answers at each port, for each state of what selects: a program that selects a bank and goes back finds what it found before.</summary>
/// <param name="ports">Number of ports.</param>
sealed class SelectionViews(int ports)
{
    const int Kinds = 6, MostAnswers = 1 << 16;

    readonly Dictionary<ulong[], Answer?[]> _views = new(new Words());

    /// <summary>Where the answers of a port begin in a view.</summary>
    public static int At(int port) => port * Kinds;

    /// <summary>Which of a port's answers is that to an access.</summary>
    public static int Kind(int width, bool isWrite) => ((width >> 4) << 1) + (isWrite ? 1 : 0);

    /// <summary>The answers found so far while these words select.</summary>
    public Answer?[] Of(ReadOnlySpan<ulong> words)
    {
        Dictionary<ulong[], Answer?[]>.AlternateLookup<ReadOnlySpan<ulong>> views = _views.GetAlternateLookup<ReadOnlySpan<ulong>>();
        if (!views.TryGetValue(words, out Answer?[]? view))
        {
            if (_views.Count * ports * Kinds > MostAnswers)
            {
                _views.Clear();
            }

            view = new Answer?[ports * Kinds];
            views[words] = view;
        }

        return view;
    }

    /// <summary>Forgets all of them: a register behaves in another way now.</summary>
    public void Clear() => _views.Clear();

    sealed class Words : IEqualityComparer<ulong[]>, IAlternateEqualityComparer<ReadOnlySpan<ulong>, ulong[]>
    {
        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<ulong> alternate, ulong[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] ulong[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<ulong> alternate)
        {
            ulong hash = 0;
            foreach (ulong word in alternate)
            {
                hash = (hash ^ word) * 0x9E3779B97F4A7C15;
            }

            return (int)(hash >> 32);
        }

        public ulong[] Create(ReadOnlySpan<ulong> alternate) => alternate.ToArray();
    }
}
