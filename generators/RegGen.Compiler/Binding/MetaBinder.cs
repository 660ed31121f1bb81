using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what a file says about itself: where it comes from, and which language it is written in.</summary>
static class MetaBinder
{
    /// <summary>The newest version of the language that this compiler knows.</summary>
    public static readonly Version Newest = new(1, 0);

    public static MetaModel Bind(MapReader owner, Reporter reporter)
    {
        if (owner.Find("meta") is not { } node)
        {
            return MetaModel.None;
        }

        var map = new MapReader(node, KeyTables.Meta, "meta", reporter);
        return new MetaModel(map.Text("source"), map.Text("license"), Texts("authors"), Texts("tags"));

        EquatableArray<string> Texts(string key) => (map.List(key) ?? []).Select(item => item.Text.Trim()).ToEquatable();
    }

    /// <summary>Whether this compiler knows the language of the file. Of a newer one it would only misunderstand the rest.</summary>
    public static bool IsSupported(MapNode root, Reporter reporter)
    {
        bool known = true;
        if (root.Find("reggen") is ScalarNode { IsEmpty: false } version && version.Text != "1")
        {
            known = false;
            reporter.Report(BindingRules.Version, version, $"This is language version {version.Text}; this compiler knows version {Newest.Major}.");
        }

        if ((root.Find("meta") as MapNode)?.Find("min-version") is ScalarNode { IsEmpty: false } least)
        {
            string text = least.Text.Contains('.') ? least.Text : $"{least.Text}.0";
            if (!Version.TryParse(text, out Version? needed) || needed.Build >= 0)
            {
                reporter.Report(BindingRules.NotVersion, least, $"'min-version' takes a version, but here is {least.Kind}.");
            }
            else if (needed > Newest)
            {
                known = false;
                reporter.Report(BindingRules.Version, least, $"The description needs language version {needed}; this compiler knows version {Newest}.");
            }
        }

        return known;
    }
}
