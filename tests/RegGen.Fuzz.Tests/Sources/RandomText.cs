using System.Text;

namespace RegGen.Fuzz.Tests.Sources;

/// <summary>YAML that nobody wrote: random maps, lists and scalars around the words of real descriptions; and plain noise.</summary>
static class RandomText
{
    public static string Make(Random random) => random.Next(5) switch
    {
        0 => Noise(random),
        1 => Splice(random),
        _ => Tree(random),
    };

    static string Noise(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 60))
        .Select(_ => random.Next(3) == 0 ? random.Of(Originals.Words) + " " : random.Of(Nasty.Pieces)));

    static string Splice(Random random) =>
        string.Join('\n', Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Of(Originals.Lines)).Prepend("reggen: 1\ndevice: T\nsize: 8"));

    static string Tree(Random random)
    {
        StringBuilder text = new(random.Next(2) == 0 ? "reggen: 1\ndevice: T\nsize: 8\n" : "");
        Map(text, random, 0);
        return text.ToString();
    }

    static void Map(StringBuilder text, Random random, int level)
    {
        for (int entries = random.Next(1, 6); entries > 0; entries--)
        {
            text.Append(' ', level * 2).Append(Word(random)).Append(':');
            if (level < 6 && random.Next(3) == 0)
            {
                text.Append('\n');
                Map(text, random, level + 1);
            }
            else
            {
                text.Append(' ').Append(Flow(random, 0)).Append('\n');
            }
        }
    }

    static string Flow(Random random, int level) => level > 3 ? Word(random) : random.Next(8) switch
    {
        0 => $"[{Several(random, () => Flow(random, level + 1))}]",
        1 or 2 => $"{{ {Several(random, () => $"{Word(random)}: {Flow(random, level + 1)}")} }}",
        3 => "",
        4 => $"\"{Word(random)}\"",
        _ => Word(random),
    };

    static string Several(Random random, Func<string> make) => string.Join(", ", Enumerable.Range(0, random.Next(5)).Select(_ => make()));

    static string Word(Random random) => random.Next(8) == 0 ? random.Of(Nasty.Pieces) : random.Of(Originals.Words).TrimEnd(':');
}
