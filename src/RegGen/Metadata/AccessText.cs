using System.Globalization;
using System.Text;

namespace RegGen.Metadata;

/// <summary>What an access says, field by field: what a read saw, and what a write did.</summary>
static class AccessText
{
    /// <summary><c>0x61 DataReady=1 HoldingEmpty=1</c>: fields that can be read and are not 0.</summary>
    public static string DescribeRead(this RegisterMap map, ulong raw) =>
        Describe(map, raw, field => field.Access.CanRead && field.Extract((uint)raw) != 0 ? field.Describe((uint)raw) : null);

    /// <summary><c>0x03 Run=set Expired=clear</c>: fields that the write acts on, and those that it sets to something other than 0.</summary>
    public static string DescribeWrite(this RegisterMap map, ulong raw) => Describe(map, raw, field => field.Access.Write switch
    {
        WriteEffect.None => null,
        WriteEffect.OneClears => Act(field, "clear", raw),
        WriteEffect.ZeroClears => Act(field, "clear", ~raw),
        WriteEffect.AnyClears => Act(field, "clear", ulong.MaxValue),
        WriteEffect.OneSets => Act(field, "set", raw),
        WriteEffect.ZeroSets => Act(field, "set", ~raw),
        WriteEffect.AnySets => Act(field, "set", ulong.MaxValue),
        WriteEffect.OneToggles => Act(field, "toggle", raw),
        WriteEffect.ZeroToggles => Act(field, "toggle", ~raw),
        WriteEffect.Push => field.Describe((uint)raw),
        _ => field.Extract((uint)raw) != 0 ? field.Describe((uint)raw) : null,
    });

    static string Describe(RegisterMap map, ulong raw, Func<FieldMap, string?> tell)
    {
        var text = new StringBuilder("0x").Append(raw.ToString($"X{map.Width / 4}", CultureInfo.InvariantCulture));
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
        ulong bits = field.Extract((uint)acting);
        return bits == 0 ? null
            : bits == field.Extract(uint.MaxValue) ? $"{field.Name}={verb}"
            : string.Create(CultureInfo.InvariantCulture, $"{field.Name}={verb}(0x{bits:X})");
    }
}
