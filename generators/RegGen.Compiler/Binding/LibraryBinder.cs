using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the nodes of a library.</summary>
static class LibraryBinder
{
    /// <summary>The library, or null if not even its name is known.</summary>
    public static LibraryModel? Bind(MapNode root, string fileName, Reporter reporter)
    {
        if (!MetaBinder.IsSupported(root, reporter))
        {
            return null;
        }

        var map = new MapReader(root, KeyTables.Library, "", reporter);
        string? name = map.Name("library");
        var library = new LibraryModel
        {
            Name = name ?? "Library",
            FileName = fileName,
            Doc = map.Text("doc"),
            Meta = MetaBinder.Bind(map, reporter),
            Enums = map.Named("enums").Select(named => EnumBinder.Bind(named, reporter)).ToEquatable(),
        };
        return name is null ? null : library with { Renamed = reporter.Renamed.ToEquatable() };
    }
}
