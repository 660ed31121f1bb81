using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>Registers with fields of one kind in many widths at many places, several in a register.</summary>
static class Packing
{
    // Registers of more fields have no calls with named fields.
    const int MostFields = 24;

    // Around the widths of C#'s integers and of a decimal digit, and the whole register.
    static readonly int[] s_edges = [1, 2, 4, 5, 8, 9, 16, 17, 31, 32, 33, 63, 64];

    /// <summary>Every width at every place where it fits.</summary>
    public static IReadOnlyList<RegisterSpec> Everywhere(FieldKind kind, int registerWidth) => Pack(
        kind, registerWidth, Enumerable.Range(1, registerWidth), width => Enumerable.Range(0, registerWidth - width + 1));

    /// <summary>The widths where something changes, at both ends and between.</summary>
    public static IReadOnlyList<RegisterSpec> AtEdges(FieldKind kind, int registerWidth) => Pack(
        kind, registerWidth, s_edges, width => new[] { 0, (registerWidth - width) / 3, registerWidth - width }.Distinct());

    static List<RegisterSpec> Pack(FieldKind kind, int registerWidth, IEnumerable<int> widths, Func<int, IEnumerable<int>> places)
    {
        var random = new Random(registerWidth);
        var left = widths.Where(width => width >= kind.Meaning.Narrowest && width <= registerWidth).SelectMany(width => places(width).Select(low => (Low: low, Width: width))).ToHashSet();
        List<RegisterSpec> registers = [];
        while (left.Count > 0)
        {
            List<FieldSpec> fields = [];
            for (int low = 0; low < registerWidth && fields.Count < MostFields;)
            {
                int width = registerWidth - low;
                while (width > 0 && !left.Remove((low, width)))
                {
                    width--;
                }

                if (width > 0)
                {
                    fields.Add(kind.Field($"F{low}", low, width, random));
                }

                low += Math.Max(width, 1);
            }

            registers.Add(new($"R{registerWidth}x{registers.Count}", registerWidth, fields, BitWord.Any(random, registerWidth)));
        }

        return registers;
    }
}
