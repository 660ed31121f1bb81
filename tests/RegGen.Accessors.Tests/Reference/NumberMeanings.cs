using System.Numerics;

namespace RegGen.Accessors.Tests.Reference;

/// <summary>An unsigned number; a single bit is a bool.</summary>
sealed class Unsigned : Meaning
{
    public override BigInteger NumberOf(bool[] bits) => BitWord.Weights(bits);

    public override bool Is(Type type, int width) => type == (width == 1
        ? typeof(bool)
        : Smallest(NumberOf(BitWord.All(true, width)), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)));
}

/// <summary>A number in two's complement: the weight of the highest bit counts down.</summary>
sealed class Signed : Meaning
{
    public override string Keys(int width) => "type: signed";

    public override int Narrowest => 2;

    public override BigInteger NumberOf(bool[] bits) => BitWord.Weights(bits[..^1]) - (bits[^1] ? BigInteger.Pow(2, bits.Length - 1) : 0);

    public override (BigInteger Least, BigInteger Most) Numbers(int width) => (-BigInteger.Pow(2, width - 1), BigInteger.Pow(2, width - 1) - 1);

    public override bool Is(Type type, int width) => type == Smallest(Numbers(width).Least, typeof(sbyte), typeof(short), typeof(int), typeof(long));
}

/// <summary>Decimal digits of four bits each; the highest may have fewer. A digit above 9 counts for what it is.</summary>
sealed class Bcd : Meaning
{
    public override string Keys(int width) => "type: bcd";

    public override BigInteger NumberOf(bool[] bits) => Digits(bits).Aggregate(BigInteger.Zero, (number, digit) => (number * 10) + BitWord.Weights(digit));

    // Nines, as far as the highest digit has bits for one.
    public override (BigInteger Least, BigInteger Most) Numbers(int width) =>
        (0, Digits(BitWord.All(true, width)).Aggregate(BigInteger.Zero, (number, digit) => (number * 10) + BigInteger.Min(9, BitWord.Weights(digit))));

    public override bool Is(Type type, int width) =>
        type == Smallest(NumberOf(BitWord.All(true, width)), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong));

    // What has a digit above 9 is another way to say some other number.
    public override IEnumerable<bool[]> Writable(int width, Random random) =>
        Telling(width, random).Select(bits => Digits(bits).SelectMany(Decimal).Reverse().ToArray()).DistinctBy(BitWord.Weights);

    static bool[] Decimal(bool[] digit) => [.. (BitWord.Weights(digit) > 9 ? BitWord.Of(9, digit.Length) : digit).Reverse()];

    // The highest first.
    static IEnumerable<bool[]> Digits(bool[] bits) => bits.Chunk(4).Reverse();
}

/// <summary>A number within bounds that leave out the least and the largest that the bits hold.</summary>
sealed class Bounded(Meaning number) : Meaning
{
    public override string Keys(int width) =>
        string.Join(", ", new[] { number.Keys(width), $"min: {Numbers(width).Least}, max: {Numbers(width).Most}" }.Where(keys => keys.Length > 0));

    public override int Narrowest => 2;

    public override BigInteger NumberOf(bool[] bits) => number.NumberOf(bits);

    public override (BigInteger Least, BigInteger Most) Numbers(int width) => (number.Numbers(width).Least + 1, number.Numbers(width).Most - 1);

    public override bool Is(Type type, int width) => number.Is(type, width);
}
