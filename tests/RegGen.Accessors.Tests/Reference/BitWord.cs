using System.Numerics;

namespace RegGen.Accessors.Tests.Reference;

/// <summary>Words as single bits, the lowest one first. No shifts and no masks: nothing here is done as the product does it.</summary>
static class BitWord
{
    /// <summary>The bits of a word.</summary>
    public static bool[] Of(ulong word, int width)
    {
        var bits = new bool[width];
        for (int i = 0; i < width; i++)
        {
            bits[i] = word % 2 == 1;
            word /= 2;
        }

        return bits;
    }

    /// <summary>Bits that are all alike.</summary>
    public static bool[] All(bool bit, int width) => [.. Enumerable.Repeat(bit, width)];

    /// <summary>The bits as a word.</summary>
    public static ulong Word(bool[] bits) => (ulong)Weights(bits);

    /// <summary>The sum of the weights of the bits that are set.</summary>
    public static BigInteger Weights(bool[] bits)
    {
        BigInteger sum = 0;
        for (int i = bits.Length - 1; i >= 0; i--)
        {
            sum = (sum * 2) + (bits[i] ? 1 : 0);
        }

        return sum;
    }

    /// <summary>The bits at some places, in the order of the places.</summary>
    public static bool[] Take(bool[] word, IReadOnlyList<int> places) => [.. places.Select(place => word[place])];

    /// <summary>The word with other bits at some places.</summary>
    public static bool[] Put(bool[] word, IReadOnlyList<int> places, bool[] bits)
    {
        bool[] changed = [.. word];
        for (int i = 0; i < places.Count; i++)
        {
            changed[places[i]] = bits[i];
        }

        return changed;
    }

    /// <summary>Bits that nobody chose.</summary>
    public static bool[] Any(Random random, int width) => [.. Enumerable.Range(0, width).Select(_ => random.Next(2) == 1)];

    /// <summary>As in a datasheet's tables: the highest bit first.</summary>
    public static string Spell(bool[] bits) => string.Concat(bits.Reverse().Select(bit => bit ? '1' : '0'));
}
