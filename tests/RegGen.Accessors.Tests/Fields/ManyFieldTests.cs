using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Descriptions;
using RegGen.Accessors.Tests.Reference;
using RegGen.Testing;

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
        DeviceCheck.Run(new DeviceSpec([Register("Many", 64, Split(count))], []));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(64)]
    public void Fields_written_one_by_one_come_to_the_same_word_in_any_order(int count)
    {
        RegisterSpec spec = new DeviceSpec([Register("Many", 64, Split(count))], []).Registers[0];
        var script = new ScriptedBackend();
        using var device = new CompiledDevice(new DeviceSpec([spec], []).Text, script);
        CompiledRegister register = device.Register("Many");
        CompiledField[] fields = [.. spec.Fields.Select(field => new CompiledField(register, field.Name))];
        var random = new Random(count);
        for (int i = 0; i < 5; i++)
        {
            bool[] word = BitWord.Any(random, 64);
            object value = register.ValueOf(BitWord.Word(BitWord.Any(random, 64)));
            foreach (int field in Enumerable.Range(0, count).OrderBy(_ => random.Next()))
            {
                bool[] bits = BitWord.Take(word, spec.Fields[field].Places);
                value = fields[field].With(value, new Unsigned().ValueOf(BitWord.Weights(bits), bits.Length, fields[field].Type));
            }

            script.Writes(spec, word);
            register.Write(value);
        }

        script.Finish();
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

    static FieldSpec[] Split(int count) => [.. Enumerable.Range(0, count).Select(i => (Low: i * 64 / count, End: (i + 1) * 64 / count))
        .Select((bits, i) => FieldKind.Of("unsigned").Field($"F{i}", bits.Low, bits.End - bits.Low, new Random(i)))];

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
