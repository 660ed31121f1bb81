using RegGen.Compiler.Binding;
using RegGen.Compiler.Yaml;

namespace RegGen.Fuzz.Tests.Grammar;

/// <summary>Which keys of which tables a description uses.</summary>
static class KeyCoverage
{
    static readonly string[] s_other = ["description: use", "description: extends", "description: remove"];

    /// <summary>Every key of a description that needs no other file: there is none beside a text.</summary>
    public static IEnumerable<string> OfOneFile => KeyTables.All.Where(table => table != KeyTables.Library && table != KeyTables.UsedFile)
        .SelectMany(table => table.Keys.Select(key => Name(table, key))).Except(s_other);

    public static IReadOnlySet<string> Of(Node root)
    {
        HashSet<string> used = [];
        Walk(KeyTables.Device, root, used);
        return used;
    }

    static void Walk(KeyTable table, Node node, HashSet<string> used)
    {
        foreach (Entry entry in (node as MapNode)?.Entries ?? [])
        {
            if (table.Keys.FirstOrDefault(key => key.Name == entry.Key.Text) is { } key)
            {
                used.Add(Name(table, key));
                Walk(key.Value, entry.Value, used);
            }
        }
    }

    static void Walk(ValueForm form, Node node, HashSet<string> used)
    {
        switch (form)
        {
            case ValueForm.Choice choice:
                foreach (ValueForm each in choice.Choices)
                {
                    Walk(each, node, used);
                }

                break;
            case ValueForm.MapOf map when node is MapNode named:
                foreach (Entry entry in named.Entries)
                {
                    Walk(map.Item, entry.Value, used);
                }

                break;
            case ValueForm.Kind kind when KeyTables.Find(kind.Name) is { } table:
                Walk(table, node, used);
                break;
            case ValueForm.Kind kind when ValueKinds.Find(kind.Name)?.Means is { } means:
                Walk(ValueForm.Parse(means), node, used);
                break;
        }
    }

    static string Name(KeyTable table, Key key) => $"{table.Of}: {key.Name}";
}
