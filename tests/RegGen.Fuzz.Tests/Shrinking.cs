namespace RegGen.Fuzz.Tests;

/// <summary>Makes a failing text short: takes away ever smaller pieces, lines first, as long as it still fails.</summary>
static class Shrinking
{
    const int MostTries = 1_000;

    public static string Shrink(string text, Func<string, bool> stillFails)
    {
        int tries = MostTries;
        bool Fails(string shorter) => tries-- > 0 && stillFails(shorter);
        string[] lines = Shrink(text.Split('\n'), rest => Fails(string.Join('\n', rest)));
        return string.Concat(Shrink([.. string.Join('\n', lines)], rest => Fails(string.Concat(rest))));
    }

    static T[] Shrink<T>(T[] items, Func<T[], bool> stillFails)
    {
        for (int size = items.Length / 2; size > 0; size /= 2)
        {
            for (int start = 0; start < items.Length;)
            {
                T[] rest = [.. items[..start], .. items[Math.Min(items.Length, start + size)..]];
                if (rest.Length > 0 && stillFails(rest))
                {
                    items = rest;
                }
                else
                {
                    start += size;
                }
            }
        }

        return items;
    }
}
