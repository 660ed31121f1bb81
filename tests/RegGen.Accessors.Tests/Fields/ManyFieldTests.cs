using RegGen.Accessors.Tests.Descriptions;
using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Registers of very many fields, and of fields that stand inside each other.</summary>
public sealed class ManyFieldTests
{
    static readonly FieldKind[] s_mixed = [.. FieldKind.All.Where(kind => kind.Name is not ("enum" or "flags")), FieldKind.Of("own enum")];

    // Past two dozen fields there are only values.
    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(40)]
    [InlineData(64)]
    public void Each_of_many_fields_is_its_own_bits(int count)
    {
        FieldSpec[] fields = [.. Enumerable.Range(0, count).Select(i => (Low: i * 64 / count, End: (i + 1) * 64 / count))
            .Select((bits, i) => FieldKind.Of("unsigned").Field($"F{i}", bits.Low, bits.End - bits.Low, new Random(i)))];

        DeviceCheck.Run(new DeviceSpec([Register("Many", 64, fields)], []));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Fields_of_single_bits_stand_between_each_other(int width)
    {
        FieldSpec Every(string name, int step, int first, bool isUpward) => new(name, [.. Enumerable.Range(0, (width - first + step - 1) / step)
            .Select(i => first + (i * step)).OrderBy(bit => isUpward ? bit : -bit).Select(bit => (bit, bit))], new Unsigned());

        DeviceCheck.Run(new DeviceSpec(
            [
                Register("Halves", width, [Every("Even", 2, 0, false), Every("Odd", 2, 1, true)]),
                Register("Thirds", width, [Every("First", 3, 0, true), Every("Second", 3, 1, false), Every("Third", 3, 2, true)]),
            ], []));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Fields_of_all_kinds_stand_beside_each_other(int width)
    {
        var random = new Random(width);
        DeviceCheck.Run(new DeviceSpec(Enumerable.Range(0, 40).Select(i => Register($"Mixed{i}", width, [.. Mixed(width, random)])), []));
    }

    static IEnumerable<FieldSpec> Mixed(int width, Random random)
    {
        for (int low = random.Next(4); low < width;)
        {
            FieldKind kind = s_mixed[random.Next(s_mixed.Length)];
            int most = Math.Min(width - low, random.Next(4) == 0 ? width : 9);
            int wide = Math.Max(kind.Meaning.Narrowest, random.Next(1, most + 1));
            if (low + wide <= width)
            {
                yield return kind.Field($"F{low}", low, wide, random);
            }

            low += wide + random.Next(3);
        }
    }

    static RegisterSpec Register(string name, int width, IReadOnlyList<FieldSpec> fields) => new(name, width, fields, BitWord.Any(new Random(width), width));
}
