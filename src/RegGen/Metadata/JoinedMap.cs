namespace RegGen.Metadata;

/// <summary>One logical value spread over several registers.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Of">The registers, most significant first.</param>
public sealed record JoinedMap(string Name, IReadOnlyList<string> Of)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Whether it moves on while it is read, so that it is read until two reads agree.</summary>
    public bool IsStable { get; init; }

    /// <summary>What it means as a number, as a field without a name; null if it is just its bits.</summary>
    public FieldMap? Number { get; init; }
}
