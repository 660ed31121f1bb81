using RegGen.Compiler.Binding;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>How each key is written, taken from the descriptions and cases that are compiled and run.</summary>
sealed class KeyExamples
{
    const int Longest = 60;

    readonly Dictionary<(string Table, string Key), string> _examples = [];
    string[] _lines = [];

    KeyExamples()
    {
    }

    /// <summary>From all language cases and the files that belong to them, then all devices: the first that fits into a line of a table.</summary>
    public static KeyExamples Read()
    {
        var examples = new KeyExamples();
        foreach (string text in LanguageCase.AllFiles.Concat(DeviceFiles.All.Select(DeviceFiles.Read)))
        {
            examples.Take(text);
        }

        return examples;
    }

    /// <summary>The key with its value; empty if no description uses it.</summary>
    public string Of(KeyTable table, Key key) => _examples.GetValueOrDefault((table.Of, key.Name), "");

    void Take(string text)
    {
        if (SourceFile.Read("x", text).Root is { } root)
        {
            _lines = text.Split('\n');
            KeyTable table = KeyTables.All.FirstOrDefault(each => each.Keys[0].Name == "reggen" && root.Entries.All(entry => Key(each, entry) is not null)) ?? KeyTables.Device;
            Take(table, root);
        }
    }

    void Take(KeyTable table, MapNode map)
    {
        foreach (Entry entry in map.Entries)
        {
            if (Key(table, entry) is { } key)
            {
                Keep((table.Of, key.Name), Written(entry));
                Take(key.Value, entry.Value);
            }
        }
    }

    void Take(ValueForm form, Node node)
    {
        switch (form)
        {
            case ValueForm.Kind kind when KeyTables.Find(kind.Name) is { } table && node is MapNode map && map.Entries.All(entry => Key(table, entry) is not null):
                Take(table, map);
                break;
            case ValueForm.Kind kind when ValueKinds.Find(kind.Name)?.Means is { } means:
                Take(ValueForm.Parse(means), node);
                break;
            case ValueForm.MapOf of when node is MapNode map:
                map.Entries.ToList().ForEach(entry => Take(of.Item, entry.Value));
                break;
            case ValueForm.ListOf of when node is ListNode list:
                list.Items.ToList().ForEach(item => Take(of.Item, item));
                break;
            case ValueForm.PerDirection each when node is MapNode map && map.Entries.All(entry => entry.Key.Text is "read" or "write"):
                map.Entries.ToList().ForEach(entry => Take(each.Value, entry.Value));
                break;
            case ValueForm.PerDirection each:
                Take(each.Value, node);
                break;
            case ValueForm.Choice choice:
                choice.Choices.ToList().ForEach(each => Take(each, node));
                break;
        }
    }

    // One that was cut gives way to one that was not.
    void Keep((string Table, string Key) key, string example)
    {
        if (!_examples.TryGetValue(key, out string? known) || (known.EndsWith('…') && !example.EndsWith('…')))
        {
            _examples[key] = example;
        }
    }

    string Written(Entry entry)
    {
        (Diagnostics.Span from, Diagnostics.Span to) = (entry.Key.Span, entry.Value.Span);
        string line = _lines[from.Line - 1].TrimEnd('\r');

        // The library ends what stands in brackets before the closing one.
        int end = Math.Min(line.Length, entry.Value is ScalarNode ? to.EndColumn - 1 : to.EndColumn);
        string written = to.EndLine == from.Line ? line[(from.Column - 1)..end].TrimEnd() : "";
        return written.Length is > 0 and <= Longest ? written : $"{entry.Key.Text}: …";
    }

    static Key? Key(KeyTable table, Entry entry) => table.Keys.FirstOrDefault(key => key.Name == entry.Key.Text);
}
