using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a field: in one line, <c>7..6 rw WordLength</c>, or as a map.</summary>
static class FieldBinder
{
    /// <summary>The field, or null if its bits are not known.</summary>
    public static FieldModel? Bind(NamedNode named, AccessMode inherited, Reporter reporter) => named.Value is ScalarNode { IsBlank: false } line
        ? Short(named, line, inherited, reporter)
        : Long(named, inherited, reporter);

    static FieldModel? Short(NamedNode named, ScalarNode line, AccessMode inherited, Reporter reporter)
    {
        string[] words = line.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        AccessMode? access = words.Length > 1 ? AccessModes.Find(words[1]) : null;
        int used = access is null ? 1 : 2;
        if (words.Length > used + 1)
        {
            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.WrongKind, line, $"A field in one line is '<bits> [access] [enum]', such as '7..6 ro Mode', but here is {line.Kind}.");
        }

        Place("bits", 0);
        Place("access", access is null ? words.Length : 1);
        Place("enum", used);
        return Bits(named, line with { Text = words[0], Span = line.SpanOf(words[0]) }, reporter) is not { } bits ? null : new FieldModel
        {
            Name = named.Name,
            High = bits.High,
            Low = bits.Low,
            Access = Within(inherited, access ?? inherited),
            Enum = words.Length > used ? words[used] : null,
        };

        void Place(string key, int word)
        {
            if (word < words.Length)
            {
                reporter.Place($"{named.Path}/{key}", line.SpanOf(words[word]));
            }
        }
    }

    static FieldModel? Long(NamedNode named, AccessMode inherited, Reporter reporter)
    {
        var map = new MapReader(named.Value, KeyTables.Field, named.Path, reporter);
        (int High, int Low)? bits = map.Scalar("bits") is { } text ? Bits(named, text, reporter) : null;
        bool ownEnum = map.Find("enum") is MapNode;
        var field = new FieldModel
        {
            Name = named.Name,
            Doc = map.Text("doc"),
            High = bits?.High ?? 0,
            Low = bits?.Low ?? 0,
            Access = Within(inherited, map.Access(inherited)),
            Enum = ownEnum ? null : map.Scalar("enum")?.Text,
            InlineEnum = ownEnum ? EnumBinder.Bind(new NamedNode(named.Name, map.Find("enum")!, map.PathOf("enum")), reporter) : null,
            Reset = map.Number("reset", 0, ulong.MaxValue),
            Neutral = map.Number("neutral", 0, ulong.MaxValue),
        };
        return bits is null ? null : field;
    }

    // An action bit of a write-only register is not read; for its effect that makes no difference.
    static AccessMode Within(AccessMode register, AccessMode field) =>
        field.Acts && !register.CanRead ? field with { Read = ReadEffect.None } : field;

    static (int High, int Low)? Bits(NamedNode named, ScalarNode text, Reporter reporter)
    {
        if (Texts.TryBits(text.Text, out int high, out int low))
        {
            return (high, low);
        }

        reporter.Spoil(named.Path);
        reporter.Report(BindingRules.NotBits, text, $"The bits of {named.Name} are {text.Kind}.");
        return null;
    }
}
