using RegGen.Compiler.Binding;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>Lays a variant over what it extends: parts of one name are changed key by key, new ones are added behind, named ones removed.</summary>
static class Overlay
{
    // What a file says about itself alone.
    static readonly string[] Own = ["reggen", "device", "name", "use", "extends", "parameters", "remove"];

    public static MapNode Lay(MapNode above, MapNode below, Reporter reporter)
    {
        MapNode kept = below.Without(Own);
        if (above.Find("remove") is { } list)
        {
            foreach (ScalarNode path in Paths(list, reporter))
            {
                kept = Removal.Of(kept, path, reporter);
            }
        }

        MapNode own = above.Without("use", "extends", "remove");
        return (MapNode)Merge("", kept, own);
    }

    static IEnumerable<ScalarNode> Paths(Node list, Reporter reporter)
    {
        if (list is ListNode { Items: var items } && items.All(item => item is ScalarNode { IsEmpty: false }))
        {
            return items.Cast<ScalarNode>();
        }

        reporter.Report(BindingRules.WrongKind, list, $"'remove' takes a list such as [A, B], but here is {list.Kind}.");
        return [];
    }

    // The kind is the key that the items of a map stand under.
    static Node Merge(string kind, Node below, Node above)
    {
        if (above is not MapNode over)
        {
            return above;
        }

        if (below is not MapNode under)
        {
            return above;
        }

        var entries = new List<Entry>();
        foreach (Entry entry in under.Entries)
        {
            Entry? change = over.Entries.FirstOrDefault(each => each.Key.Text == entry.Key.Text);
            entries.Add(change is null
                ? entry
                : new Entry(change.Key, Merge(kind == "enums" ? "enum" : entry.Key.Text, change.Value is MapNode ? LongForm(kind, entry.Value) : entry.Value, change.Value)));
        }

        entries.AddRange(over.Entries.Where(entry => under.Find(entry.Key.Text) is null));
        return over with { Entries = entries };
    }

    // 'SCR: 7 rw' as the map that it is short for, so that a variant can change a part of it.
    static Node LongForm(string kind, Node item)
    {
        string[] keys = kind switch { "registers" => ["at", "access"], "fields" => ["bits", "access", "enum"], "enum" or "values" => ["value"], _ => [] };
        if (item is not ScalarNode { IsEmpty: false } line || keys.Length == 0)
        {
            return item;
        }

        var words = new List<string>(line.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries));
        if (words.Count > 1 && AccessModes.Find(words[1]) is null)
        {
            words.Insert(1, "");
        }

        return new MapNode(line.Span, [.. words.Take(keys.Length).Select((word, i) => (word, i)).Where(each => each.word.Length > 0)
            .Select(each => new Entry(new ScalarNode(line.Span, keys[each.i], Plain: true), new ScalarNode(line.SpanOf(each.word), each.word, Plain: true)))], Flow: true);
    }
}
