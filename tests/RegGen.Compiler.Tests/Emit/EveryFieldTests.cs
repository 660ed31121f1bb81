using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>
/// Every width at every offset where it fits, of each kind of number, in registers of each width: what the generated code takes from a
/// word and puts into it is compared with a reference that knows nothing but single bits.
/// </summary>
public sealed class EveryFieldTests
{
    static readonly ulong[] s_words = [0, ulong.MaxValue, 0x0123456789ABCDEF, 0xFEDCBA9876543210, 0x8000000000000001, 0x5555AAAA3333CCCC];

    [Theory]
    [InlineData(8, "unsigned")]
    [InlineData(16, "unsigned")]
    [InlineData(32, "unsigned")]
    [InlineData(64, "unsigned")]
    [InlineData(8, "signed")]
    [InlineData(64, "signed")]
    [InlineData(16, "bcd")]
    [InlineData(32, "bcd")]
    public void A_field_is_its_bits_and_no_other(int registerWidth, string kind)
    {
        DeviceModel device = Yaml.Device(Describe(registerWidth, kind));
        var names = Names.Of(device);
        string source = DeviceCompiler.Emit(device, new("Devices", "internal"));

        // The calls of narrow registers are compared too; of a thousand wide ones they would take minutes to compile.
        bool hasCalls = registerWidth <= 16;
        Assembly code = GeneratedCode.Load(hasCalls ? source : source[..source.IndexOf("/// <summary>Writing, changing", StringComparison.Ordinal)]);
        Dictionary<string, Type> types = code.GetTypes().DistinctBy(type => type.Name).ToDictionary(type => type.Name);
        int fields = 0;
        foreach (RegisterModel register in device.Registers)
        {
            Type value = types[names.ValueOf(register)];
            MethodInfo? bits = types.GetValueOrDefault($"{names.Device}Fields")?.GetMethod(names.BitsOf(register), BindingFlags.Static | BindingFlags.NonPublic);
            for (int i = 0; i < register.Fields.Count; i++)
            {
                Compare(register, i, value, names, bits, kind);
                fields++;
            }
        }

        int least = kind == "signed" ? 2 : 1;
        Assert.Equal(Enumerable.Range(least, registerWidth - least + 1).Sum(width => registerWidth - width + 1), fields);
    }

    static void Compare(RegisterModel register, int index, Type value, Names names, MethodInfo? bits, string kind)
    {
        FieldModel field = register.Fields[index];
        PropertyInfo property = value.GetProperty(names.Of(field, register))!;
        foreach (ulong pattern in s_words)
        {
            ulong word = pattern & (ulong.MaxValue >> (64 - register.Width));
            object before = Activator.CreateInstance(value, Convert.ChangeType(word, Integer(register.Width), CultureInfo.InvariantCulture))!;
            Assert.Equal(Number(word, field.High, field.Low, kind), Whole(property.GetValue(before)!));

            ulong other = ~word;
            if (kind == "bcd")
            {
                other = Digits(other >> field.Low, field.Width) << field.Low;
            }

            BigInteger number = Number(other, field.High, field.Low, kind);
            object argument = property.PropertyType == typeof(bool) ? number == 1 : Convert.ChangeType((decimal)number, property.PropertyType, CultureInfo.InvariantCulture);
            property.SetValue(before, argument);
            ulong expected = 0;
            for (int bit = 0; bit < register.Width; bit++)
            {
                bool inside = bit >= field.Low && bit <= field.High;
                expected |= (inside ? other : word) & (1ul << bit);
            }

            Assert.Equal(expected, Convert.ToUInt64(value.GetProperty("Raw")!.GetValue(before), CultureInfo.InvariantCulture));
            if (bits is not null)
            {
                object?[] arguments = new object?[register.Fields.Count];
                arguments[index] = argument;
                var named = (FieldBits)bits.Invoke(null, arguments)!;
                Assert.Equal((field.Mask, expected & field.Mask), (named.Mask, named.Bits));
                Assert.Equal(field.Width, BitOperations.PopCount(named.Mask));
            }
        }
    }

    // Bit by bit.
    static BigInteger Number(ulong word, int high, int low, string kind)
    {
        BigInteger number = 0;
        for (int bit = high; bit >= low; bit--)
        {
            bool one = (word >> bit & 1) == 1;
            BigInteger weight = kind == "bcd"
                ? BigInteger.Pow(10, (bit - low) / 4) * (1 << ((bit - low) % 4))
                : BigInteger.Pow(2, bit - low);
            number += !one ? 0 : kind == "signed" && bit == high ? -weight : weight;
        }

        return number;
    }

    // Decimal digits only: a digit above 9 is lowered to what its width allows.
    static ulong Digits(ulong bits, int width)
    {
        ulong digits = 0;
        for (int shift = 0; shift < width; shift += 4)
        {
            ulong digit = bits >> shift & (ulong.MaxValue >> (64 - Math.Min(4, width - shift)));
            digits |= Math.Min(digit, 9) << shift;
        }

        return digits;
    }

    // Fields of one width side by side, once for each place where the first of them may begin.
    static string Describe(int registerWidth, string kind)
    {
        var text = new StringBuilder("reggen: 1\ndevice: Every\nsize: 0x10000\nregisters:\n");
        int at = 0;
        for (int width = kind == "signed" ? 2 : 1; width <= registerWidth; width++)
        {
            for (int first = 0; first < width && first + width <= registerWidth; first++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  W{width}P{first}:\n    at: {at}\n    width: {registerWidth}\n    reset: 0\n    fields:\n");
                for (int low = first; low + width <= registerWidth; low += width)
                {
                    text.Append(CultureInfo.InvariantCulture, $"      F{low}: {low + width - 1}..{low} rw {kind}\n");
                }

                at += registerWidth / 8;
            }
        }

        return text.ToString();
    }

    static BigInteger Whole(object value) => value is bool flag ? (flag ? 1 : 0) : new BigInteger(Convert.ToDecimal(value, CultureInfo.InvariantCulture));

    static Type Integer(int width) => width switch { 8 => typeof(byte), 16 => typeof(ushort), 32 => typeof(uint), _ => typeof(ulong) };
}
