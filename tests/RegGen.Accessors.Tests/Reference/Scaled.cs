using System.Globalization;
using System.Numerics;

namespace RegGen.Accessors.Tests.Reference;

/// <summary>A number that means something else in the world.</summary>
/// <param name="number">What the bits stand for.</param>
/// <param name="scale">What that means, from the field's width.</param>
sealed class Scaled(Meaning number, Func<int, Scale> scale) : Meaning
{
    // Further out a double does not tell neighbours apart.
    static readonly BigInteger s_exact = BigInteger.Pow(2, 48);

    /// <summary>What the bits stand for, which has a property of its own.</summary>
    public Meaning Number => number;

    public override string Keys(int width) => string.Join(", ", new[] { number.Keys(width), scale(width).Keys, "unit: mm" }.Where(keys => keys.Length > 0));

    public override int Narrowest => number.Narrowest;

    public override BigInteger NumberOf(bool[] bits) => number.NumberOf(bits);

    public override (BigInteger Least, BigInteger Most) Numbers(int width) => number.Numbers(width);

    public override bool Is(Type type, int width) => type == typeof(double);

    public override object ValueOf(BigInteger number, int width, Type type) => scale(width).Nearest(number);

    // The generated code rounds the factor, the product and the sum.
    public override bool Means(object value, bool[] bits)
    {
        Scale meant = scale(bits.Length);
        double nearest = meant.Nearest(NumberOf(bits));
        double largest = Math.Max(Math.Abs(nearest), Math.Abs(meant.Nearest(0)));
        return value is double actual && Math.Abs(actual - nearest) <= 2 * (Math.BitIncrement(largest) - largest);
    }

    public override IEnumerable<bool[]> Writable(int width, Random random) => number.Writable(width, random).Where(bits => IsExact(NumberOf(bits)));

    public override IEnumerable<object> Refused(int width, Type type)
    {
        (BigInteger least, BigInteger most) = Numbers(width);
        IEnumerable<object> outside = new[] { least - 1, most + 1 }.Where(IsExact).Select(number => ValueOf(number, width, type));
        return [.. outside, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    }

    static bool IsExact(BigInteger number) => BigInteger.Abs(number) < s_exact;
}

/// <summary>number * factor + offset, both counted in a power of ten, so that they are exact.</summary>
/// <param name="Keys">The keys that say so.</param>
/// <param name="Factor">What one step means.</param>
/// <param name="Offset">What 0 means.</param>
/// <param name="Digits">Decimal digits behind the point.</param>
sealed record Scale(string Keys, BigInteger Factor, BigInteger Offset, int Digits)
{
    /// <summary>So many bits behind the binary point: one step is 2^-bits, which is 5^bits of 10^-bits.</summary>
    public static Scale Point(int bits) => new($"point: {bits}", BigInteger.Pow(5, bits), 0, bits);

    /// <summary>A factor and an offset as a description writes them, with so many digits behind the decimal point.</summary>
    public static Scale Of(string factor, string offset, int digits) =>
        new($"scale: {factor}, offset: {offset}", Units(factor, digits), Units(offset, digits), digits);

    /// <summary>The double that comes nearest to what a number means. Reading a decimal text is exact.</summary>
    public double Nearest(BigInteger number) =>
        double.Parse($"{(number * Factor) + Offset}E-{Digits}", NumberStyles.Float, CultureInfo.InvariantCulture);

    static BigInteger Units(string text, int digits) => new(decimal.Parse(text, CultureInfo.InvariantCulture) * (decimal)BigInteger.Pow(10, digits));
}
