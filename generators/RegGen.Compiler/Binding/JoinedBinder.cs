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
        EquatableArray<FieldReference>? of = map.List("of")?.Select(item => references.Field(item, item.Text, named.Path, owner)).OfType<FieldReference>().ToEquatable();
        EquatableArray<string>? read = Registers("read");
        EquatableArray<string>? write = Registers("write");
        if (of is null)
        {
            return null;
        }

        int width = of.Value.Sum(references.WidthOf);
        AccessMode access = AccessModes.Find("rw")!.Value;
        FieldModel? number = encodings.Whole(map, named.Name, width, access, named.Path) ?? (width is > 0 and < 64 && of.Value.Any(part => part.Field is not null) && !IsWord(width)
            ? new FieldModel { Name = named.Name, Pieces = new([new BitRange(width - 1, 0)]), Access = access }
            : null);
        EquatableArray<string> order = of.Value.Select(part => part.Register).Distinct().ToEquatable();
        return new JoinedModel(named.Name, map.Text("doc"), of.Value, read ?? order, write ?? order)
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

    // Fields seldom fill an integer of C#, and what does not fit must not be cut.
    static bool IsWord(int width) => width is 8 or 16 or 32 or 64;

    /// <summary>The value with the steps around its accesses understood. It has no address, so they have no 'at'.</summary>
    public JoinedModel WithSteps(JoinedModel joined, ReferenceBinder references) => joined with
    {
        Protocol = new ProtocolBinder(references, reporter, joined.Owner).Bind(_maps[joined.Path], references.WidthOf(new FieldReference(joined.FullName, null)), address: ""),
    };
}
