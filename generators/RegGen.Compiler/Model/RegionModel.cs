namespace RegGen.Compiler.Model;

/// <summary>A part of a device with a base of its own.</summary>
sealed record RegionModel
{
    public required string Name { get; init; }

    public string Doc { get; init; } = "";

    /// <summary>Ports from its base.</summary>
    public int Size { get; init; }

    /// <summary>What tells its base; null only while it is not understood.</summary>
    public RegionBaseModel? Base { get; init; }

    /// <summary>First and last port where it may be, if its base is read.</summary>
    public (ushort First, ushort Last) Within { get; init; }

    public EquatableArray<RegisterModel> Registers { get; init; }

    /// <summary>Whether its registers are plain ports once the device is open.</summary>
    public bool Stays => Base is FixedBaseModel or BarBaseModel;

    public string Path => $"regions/{Name}";
}

/// <summary>What tells the base of a region.</summary>
abstract record RegionBaseModel;

/// <summary>A base that stands in the description.</summary>
sealed record FixedBaseModel(ushort Port) : RegionBaseModel;

/// <summary>A base that PCI assigns: the number of the base address register.</summary>
sealed record BarBaseModel(int Bar) : RegionBaseModel;

/// <summary>A base that a field chooses among a few.</summary>
sealed record SelectedBaseModel(FieldReference Field, EquatableArray<ChoiceModel> Choices) : RegionBaseModel;

/// <summary>A value of the choosing field, and the base that it chooses.</summary>
sealed record ChoiceModel(ulong Value, ushort Port);

/// <summary>A base that stands in a register, a field or a joined value of the device.</summary>
/// <param name="Register">The register or field, or null.</param>
/// <param name="Joined">Name of the joined value, or null.</param>
sealed record ReadBaseModel(FieldReference? Register, string? Joined) : RegionBaseModel
{
    public override string ToString() => Register?.ToString() ?? Joined ?? "";
}
