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

        var members = new List<EnumMember>();
        foreach (Entry entry in map.Entries)
        {
            string path = $"{named.Path}/{entry.Key.Text}";
            reporter.Place(path, entry.Key);
            if (!Texts.IsName(entry.Key.Text))
            {
                reporter.Spoil(named.Path);
                reporter.Report(BindingRules.NotName, entry.Key, $"A name of the enum {named.Name} must be a name, but here is {entry.Key.Kind}.");
                continue;
            }

            members.Add(Member(new NamedNode(entry.Key.Text, entry.Value, path), reporter));
        }

        return new EnumModel(named.Name, "", members.ToEquatable());
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
