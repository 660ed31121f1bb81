using RegGen.Compiler.Binding;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>The parameters of a file with their values, and what they do to its nodes: <c>${NAME}</c> is replaced, <c>if:</c> decided.</summary>
sealed class Parameters(Reporter reporter)
{
    const string Text = "a text";

    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The parameters of a file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="given">Values from where it is used.</param>
    /// <param name="usedAt">Where it is used, or null for the file that is compiled.</param>
    /// <param name="reporter">Gets the findings.</param>
    public static Parameters Bind(MapNode root, MapNode? given, Node? usedAt, Reporter reporter)
    {
        var parameters = new Parameters(reporter);
        if (root.Find("parameters") is { } declared)
        {
            foreach (NamedNode named in NamesOf(declared, reporter))
            {
                parameters.Declare(named, given?.Find(named.Name), usedAt);
            }
        }

        foreach (Entry entry in given?.Entries ?? [])
        {
            parameters.ValueOf(entry.Key.Text, entry.Key);
        }

        return parameters;
    }

    /// <summary>The nodes with each <c>${NAME}</c> replaced and each part left out whose <c>if</c> is false.</summary>
    public MapNode Apply(MapNode root) => Map(root.Without("parameters"), Content.Keys);

    /// <summary>The value of a parameter, or null if there is none; that is reported.</summary>
    public string? ValueOf(string name, ScalarNode at)
    {
        if (_values.TryGetValue(name, out string? value))
        {
            return value;
        }

        string hint = Texts.DidYouMean(name, _values.Keys);
        reporter.Report(ReuseRules.UnknownParameter, at, $"There is no parameter '{name}'{(hint.Length > 0 ? hint : ".")}");
        return null;
    }

    static IEnumerable<NamedNode> NamesOf(Node declared, Reporter reporter)
    {
        if (declared is not MapNode map)
        {
            reporter.Report(BindingRules.WrongKind, declared, $"'parameters' takes a map of names and defaults, but here is {declared.Kind}.");
            yield break;
        }

        foreach (Entry entry in map.Entries)
        {
            if (!Texts.IsName(entry.Key.Text))
            {
                reporter.Report(BindingRules.NotName, entry.Key, $"A name under 'parameters' must be a name, but here is {entry.Key.Kind}.");
                continue;
            }

            yield return new NamedNode(entry.Key.Text, entry.Value, $"parameters/{entry.Key.Text}");
        }
    }

    void Declare(NamedNode named, Node? given, Node? usedAt)
    {
        ScalarNode? standard = named.Value is MapNode
            ? new MapReader(named.Value, KeyTables.FileParameter, named.Path, reporter).Scalar("default")
            : named.Value as ScalarNode;
        if (named.Value is ListNode)
        {
            reporter.Report(BindingRules.WrongKind, named.Value, $"The parameter {named.Name} takes a default, but here is {named.Value.Kind}.");
        }

        _values[named.Name] = standard?.Text ?? "0";
        switch (given)
        {
            case ScalarNode { IsEmpty: false } value when standard is null || KindOf(value.Text) == KindOf(standard.Text) || KindOf(standard.Text) == Text:
                _values[named.Name] = value.Text;
                break;
            case { }:
                reporter.Report(ReuseRules.WrongValue, given, $"{named.Name} is {KindOf(standard?.Text ?? "")}, but here is {given.Kind}.");
                break;
            case null when standard is null or { IsEmpty: true } && named.Value is not ListNode:
                reporter.Report(ReuseRules.MissingValue, usedAt ?? named.Value, $"The parameter {named.Name} has no default.");
                break;
        }
    }

    static string KindOf(string text) => text is "true" or "false" ? "true or false" : Texts.TryNumber(text, out _) ? "a number" : Text;

    // A map whose keys are names holds items, and each of those may be left out.
    MapNode Map(MapNode map, Content content)
    {
        var entries = new List<Entry>();
        bool changed = false;
        foreach (Entry entry in map.Entries)
        {
            if (content is not Content.Keys && entry.Value is MapNode item && ConditionOf(item) is { } text)
            {
                changed = true;
                if (new ParameterCondition(text, this, reporter).Holds())
                {
                    entries.Add(new Entry(Scalar(entry.Key), Map(item.Without("if"), Below(content, entry.Key.Text))));
                }

                continue;
            }

            Node value = Any(entry.Value, Below(content, entry.Key.Text));
            ScalarNode key = Scalar(entry.Key);
            changed |= !ReferenceEquals(value, entry.Value) || !ReferenceEquals(key, entry.Key);
            entries.Add(new Entry(key, value));
        }

        return changed ? map with { Entries = entries } : map;
    }

    static Content Below(Content content, string key) => content switch
    {
        Content.Enums => Content.Items,
        Content.Items => Content.Keys,
        _ => key == "enums" ? Content.Enums : KeyTables.AreNames(key) ? Content.Items : Content.Keys,
    };

    Node Any(Node node, Content content) => node switch
    {
        MapNode map => Map(map, content),
        ListNode list => List(list),
        ScalarNode scalar => Scalar(scalar),
        _ => node,
    };

    ListNode List(ListNode list)
    {
        Node[] items = [.. list.Items.Select(item => Any(item, Content.Keys))];
        return items.SequenceEqual(list.Items) ? list : list with { Items = items };
    }

    ScalarNode Scalar(ScalarNode scalar)
    {
        if (!scalar.Text.Contains("${"))
        {
            return scalar;
        }

        string text = "", rest = scalar.Text;
        while (rest.IndexOf("${", StringComparison.Ordinal) is >= 0 and int at)
        {
            int end = rest.IndexOf('}', at);
            if (end < 0)
            {
                reporter.Report(ReuseRules.UnknownParameter, scalar, $"'{rest.Substring(at)}' has no closing brace.");
                break;
            }

            text += rest.Substring(0, at) + ValueOf(rest.Substring(at + 2, end - at - 2).Trim(), scalar);
            rest = rest.Substring(end + 1);
        }

        // Its words no longer stand where the text stands: findings take the whole of it.
        return scalar with { Text = text + rest, Plain = false };
    }

    // An enum may have a value that is called 'if': what stands behind that is a number.
    static ScalarNode? ConditionOf(MapNode item) => item.Find("if") is ScalarNode text && !Texts.TryBits(text.Text, out _, out _) ? text : null;

    /// <summary>What the keys of a map are.</summary>
    enum Content
    {
        Keys,
        Items,
        Enums,
    }
}
