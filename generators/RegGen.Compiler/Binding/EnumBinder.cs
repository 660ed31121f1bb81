using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds an enum: names with their values, or with a map of value and doc.</summary>
static class EnumBinder
{
    public static EnumModel Bind(NamedNode named, Reporter reporter)
    {
        if (named.Value is not MapNode map)
        {
            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.WrongKind, named.Value, $"An enum is a map of names and values, but here is {named.Value.Kind}.");
            return new EnumModel(named.Name, "", EquatableArray<EnumMember>.Empty);
        }

        // In full: the names stand under 'values', beside what is said about all of them.
        if (map.Entries.FirstOrDefault(entry => entry.Key.Text == "values") is { Value: MapNode values })
        {
            var full = new MapReader(map, KeyTables.Enum, named.Path, reporter);
            return Names(named, values, reporter) with
            {
                Doc = full.Text("doc"),
                Flags = full.Flag("flags") ?? false,
                Exhaustive = full.Flag("exhaustive") ?? false,
            };
        }

        return Names(named, map, reporter);
    }

    static EnumModel Names(NamedNode named, MapNode map, Reporter reporter)
    {
        var members = new List<EnumMember>();
        string? other = null;
        foreach (Entry entry in map.Entries)
        {
            string path = $"{named.Path}/{entry.Key.Text}";
            reporter.Place(path, entry.Key);
            bool isOther = entry.Key.Text == "_";
            ScalarNode name = isOther && entry.Value is ScalarNode text ? text : entry.Key;
            if (!Texts.IsName(name.Text))
            {
                reporter.Spoil(named.Path);
                reporter.Report(BindingRules.NotName, name, $"A name of the enum {named.Name} must be a name, but here is {name.Kind}.");
            }
            else if (isOther)
            {
                other = name.Text;
            }
            else
            {
                members.Add(Member(new NamedNode(name.Text, entry.Value, path), reporter));
            }
        }

        return new EnumModel(named.Name, "", members.ToEquatable()) { Other = other };
    }

    static EnumMember Member(NamedNode named, Reporter reporter)
    {
        Node node = named.Value is ScalarNode { IsEmpty: false } scalar
            ? new MapNode(scalar.Span, [new Entry(new ScalarNode(scalar.Span, "value", Plain: true), scalar)], Flow: false)
            : named.Value;
        var map = new MapReader(node, KeyTables.EnumMember, named.Path, reporter);
        return new EnumMember(named.Name, map.Number("value", 0, ulong.MaxValue) ?? 0, map.Text("doc"));
    }
}
