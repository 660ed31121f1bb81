using System.Globalization;
using System.Reflection;

namespace RegGen.Metadata;

/// <summary>The names of a field's values.</summary>
/// <param name="Name">Name of the enum.</param>
/// <param name="Members">Each name with its value.</param>
public sealed record EnumMap(string Name, IReadOnlyList<(string Name, ulong Value)> Members)
{
    /// <summary>What all other codes are called, if they have a name together.</summary>
    public string? Other { get; init; }

    /// <summary>Whether the values are bits that may be set together.</summary>
    public bool Flags { get; init; }

    /// <summary>The map of a generated enum.</summary>
    /// <param name="other">What all other codes are called, if they have a name together.</param>
    public static EnumMap Of<TEnum>(string? other = null)
        where TEnum : struct, Enum => new(typeof(TEnum).Name,
            [.. Enum.GetValues<TEnum>().Select(value => (value.ToString(), Convert.ToUInt64(value, null)))])
        {
            Other = other,
            Flags = typeof(TEnum).GetCustomAttribute<FlagsAttribute>() is not null,
        };

    /// <summary>The name of a value, <c>Reserved(5)</c> where the others have one together, or null if it has none.</summary>
    public string? NameOf(ulong value)
    {
        foreach ((string name, ulong known) in Members)
        {
            if (known == value)
            {
                return name;
            }
        }

        return Flags && value != 0 ? NamesOf(value)
            : Other is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Other}({value})");
    }

    string NamesOf(ulong value)
    {
        List<string> names = [];
        ulong left = value;
        foreach ((string name, ulong known) in Members)
        {
            if (known != 0 && (value & known) == known)
            {
                names.Add(name);
                left &= ~known;
            }
        }

        if (left != 0)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"0x{left:X}"));
        }

        return string.Join('|', names);
    }
}
