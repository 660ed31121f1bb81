using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Puts registers of the device's list that say <c>in: Config</c> where they belong: into that window or region.</summary>
static class Placement
{
    public static MapNode Apply(MapNode root, Reporter reporter)
    {
        if (Find(root, "registers") is not MapNode registers)
        {
            return root;
        }

        foreach (Entry entry in registers.Entries)
        {
            if (entry.Value is not MapNode register || Find(register, "in") is not ScalarNode { IsEmpty: false } where)
            {
                continue;
            }

            string[][] paths = [.. Containers(root)];
            string[]? path = paths.FirstOrDefault(path => Name(path) == where.Text);
            var moved = entry with { Value = register with { Entries = [.. register.Entries.Where(other => other.Key.Text != "in")] } };
            root = At(root, ["registers"], list => list with { Entries = [.. list.Entries.Where(other => !ReferenceEquals(other, entry))] });
            if (path is null)
            {
                string hint = Texts.DidYouMean(where.Text, paths.Select(Name));
                reporter.Report(BindingRules.UnknownContainer, where, $"There is no window or region '{where.Text}'{(hint.Length > 0 ? hint : ".")}");
                continue;
            }

            root = At(root, [.. path, "registers"], list => list with { Entries = [.. list.Entries, moved] });
        }

        return root;
    }

    // windows/Config, regions/Hwm, regions/Hwm/windows/Monitor
    static IEnumerable<string[]> Containers(MapNode root)
    {
        foreach (Entry window in Entries(root, "windows"))
        {
            yield return ["windows", window.Key.Text];
        }

        foreach (Entry region in Entries(root, "regions"))
        {
            yield return ["regions", region.Key.Text];
            foreach (Entry window in region.Value is MapNode map ? Entries(map, "windows") : [])
            {
                yield return ["regions", region.Key.Text, "windows", window.Key.Text];
            }
        }
    }

    static string Name(string[] path) => string.Join(".", path.Where((_, i) => i % 2 == 1));

    static IEnumerable<Entry> Entries(MapNode map, string key) => Find(map, key) is MapNode found ? found.Entries : [];

    static Node? Find(MapNode map, string key) => map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    // What is not there yet is made; what is no map is left for the binder to report.
    static MapNode At(MapNode map, string[] path, Func<MapNode, MapNode> change)
    {
        if (path.Length == 0)
        {
            return change(map);
        }

        string[] rest = [.. path.Skip(1)];
        if (map.Entries.All(entry => entry.Key.Text != path[0]))
        {
            var made = new Entry(new ScalarNode(map.Span, path[0], Plain: true), At(new MapNode(map.Span, [], Flow: false), rest, change));
            return map with { Entries = [.. map.Entries, made] };
        }

        return map with
        {
            Entries = [.. map.Entries.Select(entry => entry.Key.Text == path[0] && entry.Value is MapNode inner ? entry with { Value = At(inner, rest, change) } : entry)],
        };
    }
}
