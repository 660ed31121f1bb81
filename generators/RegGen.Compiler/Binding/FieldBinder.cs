using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a field: in one line, <c>7..6 rw WordLength</c>, or as a map. An array is its elements.</summary>
static class FieldBinder
{
    /// <summary>The field, or the elements of an array; nothing if its bits are not known.</summary>
    public static IEnumerable<FieldModel> Bind(NamedNode named, AccessMode inherited, EncodingBinder encodings, Reporter reporter) => named.Value switch
    {
        ScalarNode { IsBlank: false } line => Short(named, line, inherited, reporter),
        ListNode list when BitsBinder.Bind(named, list, reporter) is { } pieces =>
            [new FieldModel { Name = named.Name, Pieces = pieces, Access = Within(inherited, inherited) }],
        ListNode => [],
        _ => Long(named, inherited, encodings, reporter),
    };

    static IEnumerable<FieldModel> Short(NamedNode named, ScalarNode line, AccessMode inherited, Reporter reporter)
    {
        string[] words = line.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        AccessMode? access = words.Length > 1 ? AccessModes.Find(words[1]) : null;
        int used = access is null ? 1 : 2;
        if (words.Length > used + 1)
        {
            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.WrongKind, line, $"A field in one line is '<bits> [access] [type]', such as '7..6 ro Mode', but here is {line.Kind}.");
        }

        string type = words.Length > used ? words[used] : "";
        bool isKind = EncodingBinder.Kinds.Any(kind => kind.Word == type);
        (string, string)[] places = [("bits", words[0]), ("access", access is null ? "" : words[1]), (isKind ? "type" : "enum", type)];
        reporter.Places.PutWords(named.Path, line, [.. places.Where(place => place.Item2.Length > 0)]);
        if (BitsBinder.Bind(named, line with { Text = words[0], Span = line.SpanOf(words[0]) }, reporter) is { } pieces)
        {
            yield return new FieldModel
            {
                Name = named.Name,
                Pieces = pieces,
                Access = Within(inherited, access ?? inherited),
                Kind = EncodingBinder.Kinds.FirstOrDefault(kind => kind.Word == type).Meaning,
                Enum = isKind || type.Length == 0 ? null : type,
            };
        }
    }

    static IEnumerable<FieldModel> Long(NamedNode named, AccessMode inherited, EncodingBinder encodings, Reporter reporter)
    {
        var map = new MapReader(named.Value, KeyTables.Field, named.Path, reporter);
        EquatableArray<BitRange>? pieces = map.Find("bits") is { } bits ? BitsBinder.Bind(named, bits, reporter) : null;
        (string? read, string? written, EnumModel? own) = Enums(named, map, reporter);
        var bare = new FieldModel
        {
            Name = named.Name,
            Doc = map.Text("doc"),
            Pieces = pieces ?? EquatableArray<BitRange>.Empty,
            Access = Within(inherited, AccessBinder.Bind(map, inherited, field: true)),
            Enum = read,
            WriteEnum = written,
            InlineEnum = own,
            Reset = map.Reset(),
            ResetIsUnknown = map.ResetIsUnknown(),
            Neutral = map.Neutral(),
            HasNoNeutral = map.HasNoNeutral(),
            Constant = map.Number("value", 0, ulong.MaxValue),
            Danger = GuardBinder.Danger(map),
        };
        FieldModel field = encodings.Field(map, bare, named.Path);
        int count = (int)(map.Number("count", 1, 64) ?? 0);
        int stride = (int)(map.Number("stride", 1, 64) ?? (ulong)Math.Max(1, field.Width));
        return pieces is null ? [] : count == 0 ? [field] : ArrayBinder.Elements(named, field, count, stride, reporter);
    }

    static (string? Read, string? Written, EnumModel? Own) Enums(NamedNode named, MapReader map, Reporter reporter)
    {
        if (map.Find("enum") is not MapNode node)
        {
            return (map.Scalar("enum")?.Text, null, null);
        }

        if (node.Entries.Count is 1 or 2 && node.Entries.All(entry => entry.Key.Text is "read" or "write" && entry.Value is ScalarNode { IsEmpty: false } value && Texts.IsName(value.Text)))
        {
            var pair = new MapReader(node, KeyTables.EnumPair, map.PathOf("enum"), reporter);
            return (pair.Scalar("read")?.Text, pair.Scalar("write")?.Text, null);
        }

        return (null, null, EnumBinder.Bind(new NamedNode(named.Name, node, map.PathOf("enum")), reporter));
    }

    // An action bit of a write-only register is not read, nor is a reserved one; for a write that makes no difference.
    static AccessMode Within(AccessMode register, AccessMode field) =>
        (field.Acts || field.IsReserved) && !register.CanRead ? field with { Read = ReadEffect.None } : field;
}
