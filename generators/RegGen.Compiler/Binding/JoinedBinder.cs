using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds joined values; the steps around them are understood later, since these may use joined values.</summary>
sealed class JoinedBinder(EncodingBinder encodings, Reporter reporter)
{
    readonly Dictionary<string, MapReader> _maps = new(StringComparer.Ordinal);

    /// <param name="named">The value.</param>
    /// <param name="owner">Full name of the block that it stands in, or null.</param>
    /// <param name="references">Finds its registers.</param>
    /// <param name="conditions">Binds the condition of its encoding.</param>
    public JoinedModel? Bind(NamedNode named, string? owner, ReferenceBinder references, ConditionBinder conditions)
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
            Path = named.Path,
            Owner = owner,
            IsStable = map.IsStable(),
            Number = number is null ? null : encodings.Resolve(number, named.Path, conditions, owner),
        };

        EquatableArray<string>? Registers(string key) => map.List(key) is not { } list
            ? null
            : list.Select(item => references.Register(item, named.Path, owner)).OfType<string>().ToEquatable();
    }

    /// <summary>The value with the steps around its accesses understood. It has no address, so they have no 'at'.</summary>
    public JoinedModel WithSteps(JoinedModel joined, ReferenceBinder references) => joined with
    {
        Protocol = new ProtocolBinder(references, reporter, joined.Owner).Bind(_maps[joined.Path], references.WidthOf(new FieldReference(joined.FullName, null)), address: ""),
    };
}
