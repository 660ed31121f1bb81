using System.Globalization;
using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>Writes that a register takes, and that do what nobody wants.</summary>
static class WriteRules
{
    /// <summary>What is wrong with a write; null if nothing is.</summary>
    /// <param name="word">The register's word before the write.</param>
    /// <param name="lastRead">What the register was read as since it was last written; null if it was not.</param>
    /// <param name="written">The written bits.</param>
    /// <param name="reached">The bits that the write reaches.</param>
    public static (MisuseKind Kind, string Why)? Complain(StoredWord word, ulong? lastRead, ulong written, ulong reached) =>
        Carried(word, lastRead, written, reached) ?? Reserved(word.Map, written, reached);

    // Acknowledging alone is meant: then the other bits stay as they were.
    static (MisuseKind Kind, string Why)? Carried(StoredWord word, ulong? lastRead, ulong written, ulong reached)
    {
        ulong acting = word.ActsOnOne & reached, lost = written & acting & word.Value;
        bool modifies = ((written ^ word.Value) & word.Replaced & reached) != 0;
        return lost != 0 && modifies && lastRead is { } read && ((written ^ read) & acting) == 0
            ? (MisuseKind.LostEvent, $"{Name(word.Map, lost)} of {word.Map.Name} was read as 1 and written back, which clears it: write 0 there, as Modify does")
            : null;
    }

    static (MisuseKind Kind, string Why)? Reserved(RegisterMap map, ulong written, ulong reached)
    {
        ulong reserved = map.Fields.Aggregate(reached, (bits, field) => bits & ~field.Mask);
        ulong wrong = map.Fields.Count == 0 ? 0 : map.Reserved switch
        {
            ReservedPolicy.Zero => written & reserved,
            ReservedPolicy.One => ~written & reserved,
            _ => 0,
        };
        return wrong == 0 ? null : (MisuseKind.ReservedBits, string.Create(CultureInfo.InvariantCulture,
            $"reserved bits of {map.Name} must be written as {(map.Reserved == ReservedPolicy.Zero ? 0 : 1)}, and bits 0x{wrong:X} are not"));
    }

    static string Name(RegisterMap map, ulong bits)
    {
        string fields = string.Join(" and ", map.Fields.Where(field => (field.Mask & bits) != 0).Select(field => field.Name));
        return fields.Length > 0 ? fields : string.Create(CultureInfo.InvariantCulture, $"bits 0x{bits:X}");
    }
}
