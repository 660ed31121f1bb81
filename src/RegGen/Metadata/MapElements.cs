using System.ComponentModel;
using System.Globalization;

namespace RegGen.Metadata;

/// <summary>Spells out the elements of arrays, so that a map says them once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapElements
{
    /// <summary>Elements at equal distances, numbered from 0.</summary>
    /// <inheritdoc cref="Of(string[], int[], RegisterMap[])"/>
    public static IReadOnlyList<RegisterMap> Of(int count, int stride, params RegisterMap[] registers) => Of(
        [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        [.. Enumerable.Range(0, count).Select(i => i * stride)],
        registers);

    /// <summary>Each register once for each label, with the label in its name and in the names that it refers to.</summary>
    /// <param name="labels">What takes the place of the last <c>#</c> in the registers' names.</param>
    /// <param name="offsets">How far each element stands behind the first.</param>
    /// <param name="registers">The registers of the first element: <c>Channel[#].LCR</c>.</param>
    public static IReadOnlyList<RegisterMap> Of(string[] labels, int[] offsets, params RegisterMap[] registers) =>
        [.. labels.SelectMany((label, i) => registers.Select(register => Element(register, label, offsets[i])))];

    static RegisterMap Element(RegisterMap register, string label, int offset)
    {
        int level = register.Name.Count(c => c == '#');
        return register with
        {
            Name = Filled(register.Name),
            Address = register.Address + offset,
            When = Conditions(register.When),
            WritePlace = register.WritePlace is { } write ? new(write.Address + offset) { When = Conditions(write.When) } : null,
            Overlaps = [.. register.Overlaps.Select(Filled)],
            Fields = register.Fields.Any(field => field.BcdWhen.Count > 0)
                ? [.. register.Fields.Select(field => field with { BcdWhen = Conditions(field.BcdWhen) })]
                : register.Fields,
        };

        IReadOnlyList<Condition> Conditions(IReadOnlyList<Condition> conditions) =>
            [.. conditions.Select(condition => condition with { Register = Filled(condition.Register) })];

        // The sign of this array is the last of the register's own; in a name of fewer, there is none of it.
        string Filled(string name)
        {
            int at = -1;
            for (int i = 0; i < level; i++)
            {
                at = name.IndexOf('#', at + 1);
                if (at < 0)
                {
                    return name;
                }
            }

            return string.Concat(name.AsSpan(0, at), label, name.AsSpan(at + 1));
        }
    }
}
