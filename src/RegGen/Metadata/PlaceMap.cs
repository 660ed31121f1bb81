namespace RegGen.Metadata;

/// <summary>Where a register answers accesses of one direction.</summary>
/// <param name="Address">Offset from the device's base in ports; in a window, the index.</param>
public sealed record PlaceMap(int Address)
{
    /// <summary>When it answers there: while all of these hold. Empty means always.</summary>
    public IReadOnlyList<Condition> When { get; init; } = [];

    internal bool Answers(Func<string, ulong> word)
    {
        foreach (Condition condition in When)
        {
            if (!condition.Holds(word(condition.Register)))
            {
                return false;
            }
        }

        return true;
    }
}
