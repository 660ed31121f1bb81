namespace RegGen.Compiler.Model;

/// <summary>Which accesses to a window's data register move the index on. The runtime's enum of the same name says the same.</summary>
[Flags]
enum Increment
{
    None = 0,
    Read = 1,
    Write = 2,
    Both = Read | Write,
}

/// <summary>Registers behind an index and a data register.</summary>
sealed record WindowModel
{
    public required string Name { get; init; }

    /// <summary>The region it stands in, or null.</summary>
    public string? Region { get; init; }

    public string Doc { get; init; } = "";

    /// <summary>Where the index goes.</summary>
    public FieldReference Index { get; init; } = new("", null);

    /// <summary>The data registers to read, one for each width.</summary>
    public EquatableArray<string> Reads { get; init; }

    /// <summary>The data registers to write, one for each width.</summary>
    public EquatableArray<string> Writes { get; init; }

    public Increment Increment { get; init; }

    /// <summary>Number of indices, if it is given.</summary>
    public int? Size { get; init; }

    /// <summary>Steps before an access, if there are any.</summary>
    public StepsModel? Enter { get; init; }

    /// <summary>Steps after it.</summary>
    public StepsModel? Exit { get; init; }

    /// <summary>What the device needs after an access to a data register, or null.</summary>
    public RecoveryModel? Recovery { get; init; }

    /// <summary>Name of the lock that is held meanwhile, or null.</summary>
    public string? Lock { get; init; }

    /// <summary>Whether something must be done before it answers.</summary>
    public bool HasDoor => Enter is not null || Exit is not null || Lock is not null;

    public EquatableArray<RegisterModel> Registers { get; init; }

    /// <summary>All data registers, each once.</summary>
    public IEnumerable<string> Data => Reads.Union(Writes);

    public string FullName => Region is null ? Name : $"{Region}.{Name}";

    public string Path => Region is null ? $"windows/{Name}" : $"regions/{Region}/windows/{Name}";
}
