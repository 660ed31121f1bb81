namespace RegGen.Compiler.Model;

/// <summary>A file of what several devices share.</summary>
sealed record LibraryModel
{
    public required string Name { get; init; }

    public required string FileName { get; init; }

    public string Doc { get; init; } = "";

    public MetaModel Meta { get; init; } = MetaModel.None;

    public EquatableArray<EnumModel> Enums { get; init; }

    public EquatableArray<RenamedPart> Renamed { get; init; }
}

/// <summary>Where a file comes from.</summary>
sealed record MetaModel(string Source, string License, EquatableArray<string> Authors, EquatableArray<string> Tags)
{
    public static MetaModel None { get; } = new("", "", EquatableArray<string>.Empty, EquatableArray<string>.Empty);
}

/// <summary>A part to which the description gives a C# name.</summary>
/// <param name="Path">The part: <c>registers/LCR</c>; nothing for the device.</param>
/// <param name="Name">Its name.</param>
sealed record RenamedPart(string Path, string Name);
