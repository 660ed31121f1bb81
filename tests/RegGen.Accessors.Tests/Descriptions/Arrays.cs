using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>Registers that hold one array of fields, as many as fit.</summary>
static class Arrays
{
    /// <summary>Every width, at every place where the first element may begin; close together and apart.</summary>
    public static IEnumerable<RegisterSpec> Everywhere(FieldKind kind, int registerWidth) => Of(kind, registerWidth, Enumerable.Range(1, registerWidth), stride => Enumerable.Range(0, stride));

    /// <summary>A few widths, beginning at both ends of what is possible.</summary>
    public static IEnumerable<RegisterSpec> AtEdges(FieldKind kind, int registerWidth) => Of(kind, registerWidth, [1, 2, 3, 5, 8, 13, 16, 21, 31, 32, 33, 63, 64], stride => [0, stride - 1]);

    static IEnumerable<RegisterSpec> Of(FieldKind kind, int registerWidth, IEnumerable<int> widths, Func<int, IEnumerable<int>> firsts)
    {
        var random = new Random(registerWidth);
        int number = 0;
        foreach (int width in widths.Where(width => width >= kind.Meaning.Narrowest))
        {
            foreach (int stride in new[] { width, width + 1, (2 * width) + 1 }.Where(stride => stride <= 64))
            {
                foreach (int first in firsts(stride).Where(first => first + width <= registerWidth).Distinct())
                {
                    yield return One(kind, $"A{registerWidth}x{number++}", registerWidth, width, stride, first, random);
                }
            }
        }
    }

    static RegisterSpec One(FieldKind kind, string name, int registerWidth, int width, int stride, int first, Random random)
    {
        var array = new ArraySpec("Part", ((registerWidth - first - width) / stride) + 1, stride);
        IEnumerable<FieldSpec> elements = Enumerable.Range(0, array.Count)
            .Select(i => kind.Field($"Part{i}", first + (i * stride), width, random) with { Array = array, Index = i });
        return new(name, registerWidth, [.. elements], BitWord.Any(random, registerWidth));
    }
}
