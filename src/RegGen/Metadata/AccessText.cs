using System.Globalization;
using RegGen.Tracing;

namespace RegGen.Metadata;

/// <summary>What an access says, field by field: what a read saw, and what a write did.</summary>
static class AccessText
{
    /// <summary><c>DataReady=1 HoldingEmpty=1</c>: fields that can be read and are not 0.</summary>
    public static IReadOnlyList<TracedField> ReadFields(this RegisterMap map, ulong raw) => Fields(map, raw, isWrite: false, field =>
        field is { Access.CanRead: true, Constant: null } && field.Extract(raw) != 0 ? field.DescribeValue(raw) : null);

    /// <summary><c>Run=set Expired=clear</c>: fields that the write acts on, and those that it sets to something other than 0, or that can do harm.</summary>
    /// <param name="map">The register.</param>
    /// <param name="raw">The word.</param>
    /// <param name="reached">The bits that the access reached.</param>
    public static IReadOnlyList<TracedField> WrittenFields(this RegisterMap map, ulong raw, ulong reached) => Fields(map, raw, isWrite: true, field => field.Access.Write switch
    {
        _ when (field.Mask & reached) == 0 || field.Constant is not null => null,
        WriteEffect.None => null,
        WriteEffect.OneClears => Act(field, "clear", raw & reached),
        WriteEffect.ZeroClears => Act(field, "clear", ~raw & reached),
        WriteEffect.AnyClears => Act(field, "clear", reached),
        WriteEffect.OneSets => Act(field, "set", raw & reached),
        WriteEffect.ZeroSets => Act(field, "set", ~raw & reached),
        WriteEffect.AnySets => Act(field, "set", reached),
        WriteEffect.OneToggles => Act(field, "toggle", raw & reached),
        WriteEffect.ZeroToggles => Act(field, "toggle", ~raw & reached),
        WriteEffect.Push => field.DescribeValue(raw, isWrite: true),
        WriteEffect.Normal when field.Danger is not null => field.DescribeValue(raw, isWrite: true),
        _ => field.Extract(raw) != 0 ? field.DescribeValue(raw, isWrite: true) : null,
    });

    static List<TracedField> Fields(RegisterMap map, ulong raw, bool isWrite, Func<FieldMap, string?> tell)
    {
        List<TracedField> fields = [];
        if (map.Number is not null)
        {
            fields.Add(new("", map.Number.DescribeValue(raw, isWrite)));
        }

        ulong undeclared = map.Fields.Count == 0 ? 0 : raw;
        foreach (FieldMap field in map.Fields)
        {
            undeclared &= ~field.Mask;
            if (tell(field) is { } told)
            {
                fields.Add(new(field.Name, told));
            }
        }

        if (undeclared != 0)
        {
            fields.Add(new("undeclared", string.Create(CultureInfo.InvariantCulture, $"0x{undeclared:X}")));
        }

        return fields;
    }

    // Of several bits, which: Flags=clear(0x5).
    static string? Act(FieldMap field, string verb, ulong acting)
    {
        ulong bits = field.Extract(acting);
        return bits == 0 ? null
            : bits == field.Extract(ulong.MaxValue) ? verb
            : string.Create(CultureInfo.InvariantCulture, $"{verb}(0x{bits:X})");
    }
}
