namespace RegGen.Compiler.Model;

/// <summary>The elements of a register or block of which there are several.</summary>
/// <param name="Offsets">Where each begins, counted from the 'at' of the array.</param>
/// <param name="Labels">What stands in the brackets of a reference: numbers, or names of the enum.</param>
/// <param name="Index">The enum that it is indexed by, or null for numbers from 0.</param>
sealed record ArrayModel(EquatableArray<int> Offsets, EquatableArray<string> Labels, string? Index)
{
    public int Count => Offsets.Count;

    /// <summary>Elements at equal distances, numbered from 0.</summary>
    public static ArrayModel Every(int count, int stride) =>
        new(Enumerable.Range(0, count).Select(i => i * stride).ToEquatable(), Enumerable.Range(0, count).Select(i => $"{i}").ToEquatable(), null);

    /// <summary>The distance between neighbours, if it is the same everywhere and the first begins at 'at'.</summary>
    public int? Stride
    {
        get
        {
            int stride = Count > 1 ? Offsets[1] : 0;
            return Offsets.Select((offset, i) => offset == stride * i).All(regular => regular) ? stride : null;
        }
    }
}

/// <summary>Registers that stand together, once or several times.</summary>
/// <param name="Name">Name of the block.</param>
/// <param name="Path">Where it was written.</param>
/// <param name="Owner">Full name of the block, region or window around it, or null.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Address">Where it, or its first element, begins.</param>
/// <param name="Array">Its elements, if there are several.</param>
sealed record BlockModel(string Name, string Path, string? Owner, string Doc, int Address, ArrayModel? Array)
{
    /// <summary>The region that it stands in, or null.</summary>
    public string? Region { get; init; }

    /// <summary>Full name of the window that it stands in, or null.</summary>
    public string? Window { get; init; }

    /// <summary>As its registers name their owner: <c>Channel[#]</c>, where the number of an element takes the place of the sign.</summary>
    public string FullName => $"{(Owner is null ? "" : $"{Owner}.")}{Name}{(Array is null ? "" : "[#]")}";
}
