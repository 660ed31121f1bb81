namespace RegGen.Accessors.Tests.Places;

/// <summary>Where the elements of an array begin, in addresses from the first.</summary>
/// <param name="Keys">What the description says; nothing for a single one.</param>
/// <param name="Elements">How each element is called, and where it begins.</param>
sealed record Spaced(string Keys, IReadOnlyList<(string Index, int Offset)> Elements)
{
    /// <summary>The enum that some arrays are indexed by, as a line below <c>enums:</c>.</summary>
    public const string Enum = "Pick: { First: 0, Third: 2, Sixth: 5, Second: 1 }";

    static readonly (string Name, int Value)[] s_names = [("First", 0), ("Third", 2), ("Sixth", 5), ("Second", 1)];

    /// <summary>How far the last one begins behind the first.</summary>
    public int Last => Elements.Max(element => element.Offset);

    /// <summary>One of the ways in which a description can say it, for elements that cover so many addresses.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="covered">Addresses that an element covers.</param>
    /// <param name="isDense">Whether elements follow each other where nothing else is said.</param>
    public static Spaced Any(Random random, int covered, bool isDense)
    {
        int stride = covered + random.Next(3);
        int[] apart = [.. Enumerable.Range(0, random.Next(2, 5)).Select(i => i * (covered + 1)).OrderBy(_ => random.Next())];
        return random.Next(5) switch
        {
            0 => new("", [("", 0)]),
            1 when isDense => Every(random.Next(1, 5), covered, ""),
            2 => new($"offsets: [{string.Join(", ", apart)}]", [.. apart.Select((offset, i) => ($"[{i}]", offset))]),
            3 => new($"index: Pick, stride: {stride}", [.. s_names.Select(named => ($"[{named.Name}]", named.Value * stride))]),
            _ => Every(random.Next(1, 5), stride, $", stride: {stride}"),
        };
    }

    static Spaced Every(int count, int stride, string said) =>
        new($"count: {count}{said}", [.. Enumerable.Range(0, count).Select(i => ($"[{i}]", i * stride))]);
}
