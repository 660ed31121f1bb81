namespace RegGen.Compiler.Model;

/// <summary>What locks writes: the steps that unlock before, and those that lock again after.</summary>
/// <param name="Name">Name of what it guards; empty for the whole device.</param>
/// <param name="Path">Where that was written; empty for the whole device.</param>
/// <param name="Unlock">The steps before.</param>
/// <param name="Relock">The steps after, or null.</param>
sealed record LockModel(string Name, string Path, StepsModel Unlock, StepsModel? Relock)
{
    /// <summary>Full name of the block that it stands in, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Where a part of it was written.</summary>
    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}/{key}";

    /// <summary>The lists of steps, each with its path.</summary>
    public IEnumerable<(string Path, StepsModel Steps)> Lists =>
        Relock is null ? [(PathOf("unlock"), Unlock)] : [(PathOf("unlock"), Unlock), (PathOf("relock"), Relock)];
}
