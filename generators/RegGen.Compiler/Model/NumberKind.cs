namespace RegGen.Compiler.Model;

/// <summary>How bits are read as a number. The runtime's enum of the same name says the same.</summary>
enum NumberKind
{
    Binary,
    TwosComplement,
    Bcd,
}

/// <summary>What a number means in the world: <c>number * factor + offset</c>.</summary>
sealed record ScaleModel(decimal Factor, decimal Offset)
{
    /// <summary>The numbers between two values in the world.</summary>
    public (decimal? Least, decimal? Most) Numbers(decimal? min, decimal? max)
    {
        (decimal? low, decimal? high) = Factor < 0 ? (max, min) : (min, max);
        return (low is { } least ? Math.Ceiling((least - Offset) / Factor) : null, high is { } most ? Math.Floor((most - Offset) / Factor) : null);
    }
}
