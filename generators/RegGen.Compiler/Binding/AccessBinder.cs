using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds how bits behave: a short name, a pair of effects, or single effects beside what is inherited.</summary>
static class AccessBinder
{
    static readonly (string, AccessMode)[] s_names = [.. AccessModes.All.Select(known => (known.Name, known.Mode))];
    static readonly (string, ReadEffect)[] s_reads = [.. AccessModes.Reads.Select(known => (known.Word, known.Effect))];
    static readonly (string, WriteEffect)[] s_writes = [.. AccessModes.Writes.Select(known => (known.Word, known.Effect))];
    static readonly (string, ReservedPolicy)[] s_policies = [.. AccessModes.Policies.Select(known => (known.Word, known.Policy))];

    /// <summary>The access of a register or field.</summary>
    /// <param name="map">Its keys.</param>
    /// <param name="inherited">What it has if it says nothing.</param>
    /// <param name="field">Whether it is a field: only a field can be reserved.</param>
    public static AccessMode Bind(MapReader map, AccessMode inherited, bool field)
    {
        AccessMode? named = Named(map);
        if (named is { IsReserved: true } && !field)
        {
            map.Report(BindingRules.WrongAccess, map.Find("access")!,
                $"'{named}' is for fields; for the bits of no field write 'reserved: {Word(named.Value.Reserved)}'.");
            return inherited;
        }

        AccessMode mode = named ?? inherited;
        if (map.Word("read", s_reads) is { } read)
        {
            Refuse("read", named is null || mode.Read == read || mode.Read == ReadEffect.Normal && !mode.IsReserved);
            mode = mode with { Read = read };
        }

        if (map.Word("write", s_writes) is { } write)
        {
            Refuse("write", named is null || mode.Write == write || mode.Write == WriteEffect.Normal);
            mode = mode with { Write = write };
        }

        if (mode.CanRead || mode.CanWrite || mode.IsReserved)
        {
            return mode;
        }

        if (map.IsSound("access"))
        {
            Node place = map.Find("access") ?? map.Find("write") ?? map.Find("read")!;
            map.Report(BindingRules.WrongAccess, place, "This can be neither read nor written.");
        }

        return inherited;

        void Refuse(string key, bool allowed)
        {
            if (!allowed)
            {
                string does = key == "read" ? AccessModes.Find(mode.Read).Doc : AccessModes.Find(mode.Write).Doc;
                map.Report(BindingRules.WrongAccess, map.Find(key)!, $"'{key}' says what a {key} does, but the access {named} says it already: {char.ToLowerInvariant(does[0])}{does.Substring(1)}");
            }
        }
    }

    /// <summary>What is written into bits of no field.</summary>
    public static ReservedPolicy? Reserved(MapReader map) => map.Word("reserved", s_policies);

    static AccessMode? Named(MapReader map)
    {
        if (map.Find("access") is not MapNode)
        {
            return map.Word("access", s_names);
        }

        MapReader pair = map.Nested("access", KeyTables.Effects);
        return new(pair.Word("read", s_reads) ?? ReadEffect.None, pair.Word("write", s_writes) ?? WriteEffect.None);
    }

    static string Word(ReservedPolicy policy) => AccessModes.Policies.First(known => known.Policy == policy).Word;
}
