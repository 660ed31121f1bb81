using RegGen.Compiler.Binding;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>Takes one part out of a map of keys: <c>SCR</c>, <c>LSR.FifoError</c>, <c>IIR.reset</c>, <c>enums.Mode</c>.</summary>
static class Removal
{
    /// <summary>The map without the part; what names nothing, or several, is reported.</summary>
    public static MapNode Of(MapNode root, ScalarNode path, Reporter reporter)
    {
        string[] parts = path.Text.Split('.');
        string[][] places = [.. Places(root, parts)];
        if (places.Length == 1)
        {
            return Without(root, places[0]);
        }

        string hint = places.Length > 0
            ? $"; write {Texts.Either(places.Select(place => string.Join(".", place)))}."
            : Texts.DidYouMean(parts[0], root.Entries.Where(entry => KeyTables.AreNames(entry.Key.Text)).Select(entry => entry.Value).OfType<MapNode>()
                .SelectMany(names => names.Entries.Select(entry => entry.Key.Text)));
        reporter.Report(ReuseRules.NotInherited, path, places.Length > 0
            ? $"'{path.Text}' names several parts{hint}"
            : $"The extended device has no '{path.Text}'{(hint.Length > 0 && parts.Length == 1 ? hint : ".")}");
        return root;
    }

    // Every way to understand the parts: each is a key, or a name under one of the keys that hold names.
    static IEnumerable<string[]> Places(MapNode map, string[] parts)
    {
        if (map.Find(parts[0]) is { } found)
        {
            foreach (string[] place in Below(found, parts))
            {
                yield return place;
            }
        }

        foreach (Entry names in map.Entries.Where(entry => KeyTables.AreNames(entry.Key.Text) && entry.Key.Text != parts[0]))
        {
            if (names.Value is MapNode items && items.Find(parts[0]) is { } item)
            {
                foreach (string[] place in Below(item, parts))
                {
                    yield return [names.Key.Text, .. place];
                }
            }
        }
    }

    static IEnumerable<string[]> Below(Node found, string[] parts) => parts.Length == 1
        ? [[parts[0]]]
        : found is MapNode inner ? Places(inner, [.. parts.Skip(1)]).Select(place => (string[])[parts[0], .. place]) : [];

    static MapNode Without(MapNode map, string[] place) => place.Length == 1
        ? map.Without(place[0])
        : map with
        {
            Entries = [.. map.Entries.Select(entry => entry.Key.Text == place[0] && entry.Value is MapNode inner
                ? new Entry(entry.Key, Without(inner, [.. place.Skip(1)]))
                : entry)],
        };
}
