using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what bits mean as a number: keys of a field, or the <c>encoding</c> of a field, register or joined value.</summary>
sealed class EncodingBinder
{
    /// <summary>The words for how bits are read.</summary>
    public static readonly (string Word, NumberKind Meaning)[] Kinds =
    [
        ("unsigned", NumberKind.Binary), ("signed", NumberKind.TwosComplement), ("bcd", NumberKind.Bcd),
    ];

    static readonly string[] s_keys = ["type", "point", "scale", "offset", "unit", "min", "max"];

    // Conditions name other registers, so they are understood once these are known.
    readonly Dictionary<string, ScalarNode> _modes = new(StringComparer.Ordinal);
    readonly Dictionary<string, ConditionModel?> _known = new(StringComparer.Ordinal);

    /// <summary>A field with what it says about its number, in its own keys or in an encoding.</summary>
    /// <param name="map">The keys of the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="path">Where it belongs in the model.</param>
    public FieldModel Field(MapReader map, FieldModel field, string path)
    {
        if (map.Find("encoding") is null)
        {
            return Numbered(map, field);
        }

        foreach (string key in s_keys.Where(key => map.Find(key) is not null))
        {
            map.Report(BindingRules.WrongKind, map.Find(key)!, $"'{key}' belongs into the 'encoding', or there is no need of one: say both in one place.");
        }

        return Encoded(map, field, path);
    }

    /// <summary>The number of a whole register or joined value; null if it has no encoding.</summary>
    /// <param name="map">Its keys.</param>
    /// <param name="name">Its name.</param>
    /// <param name="width">Its bits.</param>
    /// <param name="access">How they behave.</param>
    /// <param name="path">Where it belongs in the model.</param>
    public FieldModel? Whole(MapReader map, string name, int width, AccessMode access, string path) => map.Find("encoding") is null
        ? null
        : Encoded(map, new FieldModel { Name = name, Pieces = new([new BitRange(Math.Max(1, Math.Min(width, 64)) - 1, 0)]), Access = access }, path);

    /// <summary>The number with its condition understood; that of an array of fields is understood, or reported, once.</summary>
    public FieldModel Resolve(FieldModel field, string path, ConditionBinder conditions, string? scope)
    {
        if (!_modes.TryGetValue(path, out ScalarNode? mode))
        {
            return field;
        }

        if (!_known.TryGetValue(path, out ConditionModel? condition))
        {
            _known[path] = condition = conditions.Bind(mode, mode.Text, path, scope);
        }

        return field with { BcdWhen = condition };
    }

    FieldModel Encoded(MapReader owner, FieldModel field, string path)
    {
        if (owner.Find("encoding") is not MapNode)
        {
            return field with { Kind = owner.Word("encoding", Kinds) ?? NumberKind.Binary };
        }

        MapReader map = owner.Nested("encoding", KeyTables.Encoding);
        FieldModel number = Numbered(map, field);
        if (map.Scalar("bcd") is { } mode)
        {
            _modes[path] = mode;
            if (number.Kind != NumberKind.Binary)
            {
                map.Report(BindingRules.WrongKind, mode, "Where a condition says when the bits are decimal digits, they are unsigned at other times: leave 'type' out.");
            }
        }

        return number;
    }

    static FieldModel Numbered(MapReader map, FieldModel field) => field with
    {
        Kind = map.Word("type", Kinds) ?? NumberKind.Binary,
        Scale = Scale(map),
        Unit = map.Text("unit"),
        Min = map.Decimal("min"),
        Max = map.Decimal("max"),
    };

    // point: 4 is scale: 0.0625.
    static ScaleModel? Scale(MapReader map)
    {
        ulong? point = map.Number("point", 0, 64);
        decimal? factor = map.Decimal("scale");
        decimal? offset = map.Decimal("offset");
        if (point is not null && factor is not null)
        {
            map.Report(BindingRules.WrongKind, map.Find("scale")!, "'point' and 'scale' say the same: write one of them.");
        }

        if (factor == 0)
        {
            map.Report(BindingRules.OutOfRange, map.Find("scale")!, "'scale' is 0, so that every number would mean the same.");
            factor = null;
        }

        if (point is null && factor is null && offset is null)
        {
            return null;
        }

        for (ulong i = 0; i < point; i++)
        {
            factor = (factor ?? 1) / 2;
        }

        return new ScaleModel(factor ?? 1, offset ?? 0);
    }
}
