using RegGen.Metadata;

namespace RegGen.Testing.Scripts;

/// <summary>From fields as a trace shows them to the register's word.</summary>
static class ScriptFields
{
    // A value is looked for among all that a field has, as a trace would show it: names, signs, decimal digits, units.
    const int WidestSearched = 16;

    /// <summary>The word, and the bits of the fields that are named.</summary>
    /// <exception cref="ArgumentException">There is no such field or value.</exception>
    public static (ulong Word, ulong Named) Parse(RegisterMap map, string place, bool isWrite, string text)
    {
        ulong word = isWrite ? Idle(map) : 0, named = 0;
        foreach (string part in Parts(text))
        {
            string[] sides = part.Split('=', 2);
            if (sides.Length < 2)
            {
                throw new ArgumentException($"'{part}' is neither a number nor a field: write {place} {(isWrite ? "<-" : "->")} Field=value.");
            }

            FieldMap field = FieldOf(map, place, sides[0]);
            ulong bits = BitsOf(field, place, isWrite, sides[1]);
            word = (word & ~field.Mask) | field.Place(bits);
            named |= field.Mask;
        }

        return (word, named);
    }

    // Bits that do something when they are 0.
    static ulong Idle(RegisterMap map) => map.Fields.Where(field => field.Access.Write is WriteEffect.ZeroClears or WriteEffect.ZeroSets or WriteEffect.ZeroToggles)
        .Aggregate(0ul, (bits, field) => bits | field.Mask)
        | map.Fields.Where(field => field.Constant is not null).Aggregate(0ul, (bits, field) => bits | field.Place(field.Constant!.Value));

    // A unit stands behind a space: Temperature=-3.5 °C.
    static List<string> Parts(string text)
    {
        List<string> parts = [];
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains('=', StringComparison.Ordinal) || parts.Count == 0)
            {
                parts.Add(part);
            }
            else
            {
                parts[^1] += " " + part;
            }
        }

        return parts;
    }

    static FieldMap FieldOf(RegisterMap map, string place, string name) => name.Length == 0 && map.Number is { } number ? number
        : map.Fields.FirstOrDefault(field => field.Name == name)
        ?? throw new ArgumentException(map.Fields.Count == 0
            ? $"{place} has no fields: write its word."
            : $"{place} has no field {name}; it has {string.Join(", ", map.Fields.Select(field => field.Name))}.");

    static ulong BitsOf(FieldMap field, string place, bool isWrite, string value)
    {
        ulong all = field.Extract(ulong.MaxValue);
        if (field.BcdWhen.Count > 0)
        {
            throw new ArgumentException($"Whether {place} has decimal digits or a binary number depends on the device's mode: write its word.");
        }

        if (isWrite && value is "clear" or "set" or "toggle")
        {
            bool byZero = field.Access.Write is WriteEffect.ZeroClears or WriteEffect.ZeroSets or WriteEffect.ZeroToggles;
            return byZero ? 0 : all;
        }

        for (ulong bits = 0; field.Width <= WidestSearched && bits <= all; bits++)
        {
            if (field.DescribeValue(field.Place(bits), isWrite) == value)
            {
                return bits;
            }
        }

        return ScriptWords.TryNumber(value, out ulong number) && number <= all
            ? number
            : throw new ArgumentException(NamesOf(field, isWrite) is { Length: > 0 } names
                ? $"{place} has no value {value} of {field.Name}; it has {names}."
                : $"{value} is no value of {field.Name} of {place}, which has {field.Width} bits.");
    }

    static string NamesOf(FieldMap field, bool isWrite) => (isWrite ? field.WriteEnum ?? field.Enum : field.Enum) is { } names
        ? string.Join(", ", names.Members.Select(value => value.Name))
        : "";
}
