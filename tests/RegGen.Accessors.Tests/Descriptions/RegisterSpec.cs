using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>A register as a datasheet draws it.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Width">8, 16, 32 or 64 bits.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Reset">What it holds after a reset.</param>
sealed record RegisterSpec(string Name, int Width, IReadOnlyList<FieldSpec> Fields, bool[] Reset)
{
    /// <summary>Its first port, counted from the device's.</summary>
    public int At { get; init; }

    /// <summary>A word with the constants in it.</summary>
    public bool[] WithConstants(bool[] word) =>
        Fields.Where(field => field.Constant is not null).Aggregate(word, (changed, field) => BitWord.Put(changed, field.Places, field.Constant!));

    /// <summary>The register as lines of a description.</summary>
    public IEnumerable<string> Text =>
    [
        $"  {Name}:", $"    at: {At}", $"    width: {Width}", $"    reset: {BitWord.Word(Reset)}", "    fields:",
        .. Fields.Where(known => known.Index == 0).Select(known => $"      {known.Text}"),
    ];
}
