using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a joined value.</summary>
static class JoinedBinder
{
    public static JoinedModel? Bind(NamedNode named, ReferenceBinder references, Reporter reporter)
    {
        var map = new MapReader(named.Value, KeyTables.Joined, named.Path, reporter);
        EquatableArray<string>? of = Registers("of");
        EquatableArray<string>? read = Registers("read");
        EquatableArray<string>? write = Registers("write");
        return of is null ? null : new JoinedModel(named.Name, map.Text("doc"), of.Value, read ?? of.Value, write ?? of.Value) { IsStable = map.IsStable() };

        EquatableArray<string>? Registers(string key) => map.List(key) is not { } list
            ? null
            : list.Select(item => references.Register(item, named.Path)).OfType<string>().ToEquatable();
    }
}
