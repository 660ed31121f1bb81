using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds joined values; the steps around them are understood later, since these may use joined values.</summary>
sealed class JoinedBinder(EncodingBinder encodings, Reporter reporter)
{
    readonly Dictionary<string, MapReader> _maps = new(StringComparer.Ordinal);

    public JoinedModel? Bind(NamedNode named, ReferenceBinder references, ConditionBinder conditions)
    {
        var map = new MapReader(named.Value, KeyTables.Joined, named.Path, reporter);
        _maps[named.Path] = map;
        EquatableArray<string>? of = Registers("of");
        EquatableArray<string>? read = Registers("read");
        EquatableArray<string>? write = Registers("write");
        if (of is null)
        {
            return null;
        }

        int width = of.Value.Sum(references.WidthOf);
        FieldModel? number = encodings.Whole(map, named.Name, width, AccessModes.Find("rw")!.Value, named.Path);
        return new JoinedModel(named.Name, map.Text("doc"), of.Value, read ?? of.Value, write ?? of.Value)
        {
            IsStable = map.IsStable(),
            Number = number is null ? null : encodings.Resolve(number, named.Path, conditions, scope: null),
        };

        EquatableArray<string>? Registers(string key) => map.List(key) is not { } list
            ? null
            : list.Select(item => references.Register(item, named.Path)).OfType<string>().ToEquatable();
    }

    /// <summary>The value with the steps around its accesses understood. It has no address, so they have no 'at'.</summary>
    public JoinedModel WithSteps(JoinedModel joined, ReferenceBinder references) =>
        joined with { Protocol = new ProtocolBinder(references, reporter).Bind(_maps[joined.Path], references.WidthOf(new FieldReference(joined.Name, null)), address: "") };
}
