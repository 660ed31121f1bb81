using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>A field as a datasheet draws it.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Pieces">Its bits, the most significant piece first, both ends included.</param>
/// <param name="Meaning">What they mean.</param>
sealed record FieldSpec(string Name, IReadOnlyList<(int High, int Low)> Pieces, Meaning Meaning)
{
    /// <summary>Where each bit of the number stands in the register, the lowest one first.</summary>
    public IReadOnlyList<int> Places { get; } =
        [.. Pieces.Reverse().SelectMany(piece => Enumerable.Range(piece.Low, piece.High - piece.Low + 1))];

    /// <summary>The value that it always has, or null.</summary>
    public bool[]? Constant { get; init; }

    /// <summary>Of an element, the array.</summary>
    public ArraySpec? Array { get; init; }

    /// <summary>Which element it is.</summary>
    public int Index { get; init; }

    public int Width => Places.Count;

    /// <summary>The field as a line of a description; all elements of an array have one.</summary>
    public string Text => $"{Array?.Name ?? Name}: {{ {string.Join(", ", Keys.Where(key => key.Length > 0))} }}";

    /// <summary>For messages.</summary>
    public override string ToString() => $"{Name} ({Text})";

    IEnumerable<string> Keys =>
    [
        $"bits: {Bits}", Meaning.Keys(Width), Constant is null ? "" : $"value: {BitWord.Word(Constant)}",
        Array is null ? "" : $"count: {Array.Count}", Array is null || Array.Stride == Width ? "" : $"stride: {Array.Stride}",
    ];

    string Bits => Pieces.Count == 1 ? Range(Pieces[0]) : $"[{string.Join(", ", Pieces.Select(Range))}]";

    static string Range((int High, int Low) piece) => piece.High == piece.Low ? $"{piece.High}" : $"{piece.High}..{piece.Low}";
}

/// <summary>An array of fields.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Stride">Bits from one to the next.</param>
sealed record ArraySpec(string Name, int Count, int Stride);
