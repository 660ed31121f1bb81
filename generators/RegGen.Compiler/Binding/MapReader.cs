using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>A named entry of a map, such as one register.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What stands behind it.</param>
/// <param name="Path">Where it belongs in the model.</param>
sealed record NamedNode(string Name, Node Value, string Path);

/// <summary>Takes the values of one map key by key. What cannot be taken is reported, and a harmless value stands in for it.</summary>
sealed class MapReader
{
    static readonly (string, bool)[] s_flags = [("true", true), ("false", false)];
    static readonly string[] s_holders = ["registers", "groups", "blocks"];

    readonly MapNode? _map;
    readonly Reporter _reporter;
    readonly string _path;

    /// <summary>Checks the keys of a map against the ones that its kind takes.</summary>
    /// <param name="node">The map; anything else is reported.</param>
    /// <param name="table">The keys.</param>
    /// <param name="path">Where it belongs in the model: <c>registers/LCR</c>.</param>
    /// <param name="reporter">Gets the findings.</param>
    public MapReader(Node node, KeyTable table, string path, Reporter reporter)
    {
        (_reporter, _path) = (reporter, path);
        if (node is not MapNode map)
        {
            Report(BindingRules.WrongKind, node, $"{Texts.A(table.Of)} is a map of keys, but here is {node.Kind}.");
            return;
        }

        _map = map;
        reporter.Places.PutKeys(path, map);
        foreach (Entry entry in map.Entries)
        {
            if (!table.Has(entry.Key.Text))
            {
                ReportUnknown(map, entry, table);
            }
        }

        if (table.Has("name") && Name("name") is { } name)
        {
            TakeName(name);
        }

        foreach (Key key in table.Required)
        {
            if (map.Find(key.Name) is null)
            {
                reporter.Spoil(path);
                reporter.Report(BindingRules.MissingKey, path, $"The {table.Of} lacks '{key.Name}' ({key.Form}).");
            }
        }

        if (table.Has("registers") && s_holders.All(key => map.Find(key) is null) && reporter.IsUnderstood(path))
        {
            reporter.Spoil(path);
            reporter.Report(BindingRules.MissingKey, path, $"The {table.Of} lacks 'registers' (map of name: register).");
        }
    }

    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}/{key}";

    public Node? Find(string key) => _map?.Find(key);

    /// <summary>A text on one line or several; nothing if the key is not there.</summary>
    public string Text(string key) => Scalar(key)?.Text.Trim() ?? "";

    public ScalarNode? Scalar(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case ScalarNode { IsEmpty: false } scalar:
                return scalar;
            case { } other:
                Report(BindingRules.WrongKind, _map!.KeyOf(key), $"'{key}' takes a single value, but here is {other.Kind}.");
                return null;
        }
    }

    public string? Name(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        return IsName(scalar, () => $"'{key}'") ? scalar.Text : null;
    }

    public ulong? Number(string key, ulong least, ulong most, string? or = null) => Scalar(key) is { } scalar ? Number(scalar, $"'{key}'", least, most, or) : null;

    public ulong? Number(ScalarNode scalar, string what, ulong least, ulong most, string? or = null)
    {
        if (Texts.IsTooLarge(scalar.Text))
        {
            Report(BindingRules.OutOfRange, scalar, $"{what} is {scalar.Text}, which has more than 64 bits.");
            return null;
        }

        if (!Texts.TryNumber(scalar.Text, out ulong number))
        {
            Report(BindingRules.NotNumber, scalar, $"{what} takes a number{(or is null ? "" : $" or '{or}'")}, but here is {scalar.Kind}.");
            return null;
        }

        if (number < least || number > most)
        {
            Report(BindingRules.OutOfRange, scalar, $"{what} is {scalar.Text}, outside {least} to {(most > 9 ? $"0x{most:X}" : $"{most}")}.");
            return null;
        }

        return number;
    }

    /// <summary>A number that may be negative or have a fraction.</summary>
    public decimal? Decimal(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (Texts.TryDecimal(scalar.Text, out decimal number))
        {
            return number;
        }

        Report(BindingRules.NotNumber, scalar, $"'{key}' takes a number such as -40 or 0.5, but here is {scalar.Kind}.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public T? Word<T>(string key, params (string Word, T Meaning)[] words)
        where T : struct
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        foreach ((string word, T meaning) in words)
        {
            if (word == scalar.Text)
            {
                return meaning;
            }
        }

        string[] known = [.. words.Select(word => word.Word)];
        string hint = Texts.DidYouMean(scalar.Text, known);
        Report(BindingRules.UnknownWord, scalar, $"'{key}' is {Texts.Either(known)}, not {scalar.Kind}{(hint.Length > 0 ? hint : ".")}");
        return null;
    }

    /// <summary>true or false.</summary>
    public bool? Flag(string key) => Word(key, s_flags);

    /// <summary>Whether what stands behind a key was understood.</summary>
    public bool IsSound(string key) => _reporter.IsSound(PathOf(key));

    /// <summary>A map under a key, with keys of its own.</summary>
    public MapReader Nested(string key, KeyTable table) => new(Find(key)!, table, PathOf(key), _reporter);

    /// <summary>A value that may differ by direction: <c>at: 3</c>, the same node twice, or <c>at: { read: 3, write: 2 }</c>.</summary>
    public (ScalarNode? Read, ScalarNode? Write) Directions(string key)
    {
        if (Find(key) is not MapNode both)
        {
            ScalarNode? same = Scalar(key);
            return (same, same);
        }

        var map = new MapReader(both, KeyTables.Directions, PathOf(key), _reporter);
        return (map.Scalar("read"), map.Scalar("write"));
    }

    /// <summary>The entries of a map of named things.</summary>
    public IEnumerable<NamedNode> Named(string key)
    {
        switch (Find(key))
        {
            case null:
                yield break;
            case MapNode map:
                string path = PathOf(key);
                _reporter.Places.PutNames(path, map);
                foreach (Entry entry in map.Entries)
                {
                    if (IsName(entry.Key, () => $"A name under '{key}'"))
                    {
                        yield return new NamedNode(entry.Key.Text, entry.Value, $"{path}/{entry.Key.Text}");
                    }
                }

                yield break;
            case { } other:
                Report(BindingRules.WrongKind, _map!.KeyOf(key), $"'{key}' takes a map of names, but here is {other.Kind}.");
                yield break;
        }
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<ScalarNode>? List(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case ListNode list when list.Items.All(item => item is ScalarNode { IsEmpty: false }):
                return [.. list.Items.Cast<ScalarNode>()];
            case { } other:
                Report(BindingRules.WrongKind, _map!.KeyOf(key), $"'{key}' takes a list such as [A, B], but here is {other.Kind}.");
                return null;
        }
    }

    public void Report(Rule rule, Node node, string what)
    {
        _reporter.Spoil(_path);
        _reporter.Report(rule, node, what);
    }

    // Capital letters keep clear of the keywords of C#, of parameters and of what the runtime calls its own.
    void TakeName(string name)
    {
        if (name[0] is >= 'A' and <= 'Z')
        {
            _reporter.Renamed.Add(new RenamedPart(_path, name));
            return;
        }

        Report(BindingRules.NotCSharpName, Find("name")!, $"'name' is the name in C#, but here is '{name}'.");
    }

    bool IsName(ScalarNode scalar, Func<string> what)
    {
        if (Texts.IsName(scalar.Text))
        {
            return true;
        }

        Report(BindingRules.NotName, scalar, $"{what()} must be a name, but here is {scalar.Kind}.");
        return false;
    }

    void ReportUnknown(MapNode map, Entry entry, KeyTable table)
    {
        bool restOfText = map.Flow && entry.Value is ScalarNode { IsEmpty: true };
        if (restOfText)
        {
            Report(BindingRules.UnquotedComma, entry.Key, $"'{entry.Key.Text}' looks like the rest of the text before the comma.");
            return;
        }

        string hint = Texts.DidYouMean(entry.Key.Text, table.Keys.Select(key => key.Name));
        Report(BindingRules.UnknownKey, entry.Key, $"{Texts.A(table.Of)} has no key '{entry.Key.Text}'{(hint.Length > 0 ? hint : ".")}");
    }
}
