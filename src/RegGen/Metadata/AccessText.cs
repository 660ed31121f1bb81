using System.Globalization;
using System.Text;

namespace RegGen.Metadata;

/// <summary>What an access says, field by field: what a read saw, and what a write did.</summary>
static class AccessText
{
    /// <summary><c>0x61 DataReady=1 HoldingEmpty=1</c>: fields that can be read and are not 0.</summary>
    public static string DescribeRead(this RegisterMap map, ulong raw) =>
        Describe(map, raw, field => field is { Access.CanRead: true, Constant: null } && field.Extract(raw) != 0 ? field.Describe(raw) : null);

    /// <summary><c>0x03 Run=set Expired=clear</c>: fields that the write acts on, and those that it sets to something other than 0, or that can do harm.</summary>
    /// <param name="map">The register.</param>
    /// <param name="raw">The word.</param>
    /// <param name="reached">The bits that the access reached.</param>
    public static string DescribeWrite(this RegisterMap map, ulong raw, ulong reached) => Describe(map, raw, field => field.Access.Write switch
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
        WriteEffect.Push => field.Describe(raw, isWrite: true),
        WriteEffect.Normal when field.Danger is not null => field.Describe(raw, isWrite: true),
        _ => field.Extract(raw) != 0 ? field.Describe(raw, isWrite: true) : null,
    });

    static string Describe(RegisterMap map, ulong raw, Func<FieldMap, string?> tell)
    {
        var text = new StringBuilder("0x").Append(raw.ToString($"X{map.Width / 4}", CultureInfo.InvariantCulture));
        if (map.Number is not null)
        {
            text.Append(' ').Append(map.Number.Describe(raw));
        }

        ulong undeclared = map.Fields.Count == 0 ? 0 : raw;
        foreach (FieldMap field in map.Fields)
        {
            undeclared &= ~field.Mask;
            if (tell(field) is { } told)
            {
                text.Append(' ').Append(told);
            }
        }

        return undeclared == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" undeclared=0x{undeclared:X}").ToString();
    }

    // Of several bits, which: Flags=clear(0x5).
    static string? Act(FieldMap field, string verb, ulong acting)
    {
        ulong bits = field.Extract(acting);
        return bits == 0 ? null
            : bits == field.Extract(ulong.MaxValue) ? $"{field.Name}={verb}"
            : string.Create(CultureInfo.InvariantCulture, $"{field.Name}={verb}(0x{bits:X})");
    }
}
