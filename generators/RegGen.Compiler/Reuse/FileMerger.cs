using RegGen.Compiler.Binding;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>Makes one map of a file and of what it extends, with parameters filled in. From here on there is one description.</summary>
sealed class FileMerger(SourceFiles files, Reporter reporter)
{
    readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>The whole description, or null if a part of it is not there; then a finding says why.</summary>
    public MapNode? Merge() => Merge(files.Main, null, null);

    MapNode? Merge(SourceFile file, MapNode? given, Node? usedAt)
    {
        if (file.Root is not { } root || !_open.Add(file.Path))
        {
            return null;
        }

        MapNode own = Parameters.Bind(root, given, usedAt, reporter).Apply(root);
        foreach (Node use in UsesOf(own))
        {
            CheckForm(use);
        }

        if (own.Find("extends") is not { } written)
        {
            if (own.Find("remove") is { } remove)
            {
                reporter.Report(BindingRules.UnknownKey, remove, "'remove' takes parts away from what 'extends' names, but nothing is extended here.");
            }

            return own.Without("use", "remove");
        }

        return FileUse.Of(written, extends: true) is { } parent
            && files.Find(FilePaths.Beside(file.Path, parent.File.Text)) is { } found
            && Merge(found, parent.With, parent.File) is { } below
                ? Overlay.Lay(own, below, reporter)
                : null;
    }

    static IEnumerable<Node> UsesOf(MapNode root)
    {
        IEnumerable<Node> used = root.Find("use") switch { null => [], ListNode list => list.Items, { } single => [single] };
        return root.Find("extends") is { } parent ? used.Prepend(parent) : used;
    }

    void CheckForm(Node use)
    {
        if (use is ScalarNode { IsEmpty: false })
        {
            return;
        }

        var map = new MapReader(use, KeyTables.UsedFile, "", reporter);
        map.Scalar("file");
        if (map.Find("with") is { } with and not MapNode)
        {
            reporter.Report(BindingRules.WrongKind, with, $"'with' takes a map of parameters and values, but here is {with.Kind}.");
        }
    }
}
