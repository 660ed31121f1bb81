namespace RegGen.Metadata;

/// <summary>The names of a field's values.</summary>
/// <param name="Name">Name of the enum.</param>
/// <param name="Members">Each name with its value.</param>
public sealed record EnumMap(string Name, IReadOnlyList<(string Name, ulong Value)> Members)
{
    /// <summary>The map of a generated enum.</summary>
    public static EnumMap Of<TEnum>()
        where TEnum : struct, Enum => new(typeof(TEnum).Name,
            [.. Enum.GetValues<TEnum>().Select(value => (value.ToString(), Convert.ToUInt64(value, null)))]);

    /// <summary>The name of a value, or null if it has none.</summary>
    public string? NameOf(ulong value)
    {
        foreach ((string name, ulong known) in Members)
        {
            if (known == value)
            {
                return name;
            }
        }

        return null;
    }
}
