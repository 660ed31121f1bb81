using System.Numerics;

namespace RegGen.Accessors.Tests.Reference;

/// <summary>
/// What the bits of a field mean, worked out bit by bit from what <c>devices/LANGUAGE.md</c> says. Bits are given the lowest one first.
/// </summary>
abstract class Meaning
{
    /// <summary>The keys that say so in a description, beside <c>bits</c>.</summary>
    public virtual string Keys(int width) => "";

    /// <summary>The shared enums that these keys name, as lines below <c>enums:</c>.</summary>
    public virtual IEnumerable<string> Enums(IEnumerable<int> widths) => [];

    /// <summary>The narrowest field that can mean this.</summary>
    public virtual int Narrowest => 1;

    /// <summary>The number that the bits stand for, before any scale.</summary>
    public abstract BigInteger NumberOf(bool[] bits);

    /// <summary>The numbers that may be written.</summary>
    public virtual (BigInteger Least, BigInteger Most) Numbers(int width) => (0, NumberOf(BitWord.All(true, width)));

    /// <summary>Whether the property has the type that it should have.</summary>
    public abstract bool Is(Type type, int width);

    /// <summary>The same of what is written, where that has other names.</summary>
    public virtual bool IsWritten(Type type, int width) => Is(type, width);

    /// <summary>A number as a value of the property.</summary>
    public virtual object ValueOf(BigInteger number, int width, Type type) =>
        type.IsEnum ? Enum.ToObject(type, Whole(number, Enum.GetUnderlyingType(type))) : Whole(number, type);

    /// <summary>Whether what was read is what the bits mean.</summary>
    public virtual bool Means(object value, bool[] bits) => value.Equals(ValueOf(NumberOf(bits), bits.Length, value.GetType()));

    /// <summary>Bits to write, each the only way to say its number.</summary>
    public virtual IEnumerable<bool[]> Writable(int width, Random random)
    {
        (BigInteger least, BigInteger most) = Numbers(width);
        return Telling(width, random).DistinctBy(BitWord.Weights).Where(bits => NumberOf(bits) is var number && number >= least && number <= most);
    }

    /// <summary>Values just outside, as far as the property can hold them.</summary>
    public virtual IEnumerable<object> Refused(int width, Type type)
    {
        (BigInteger least, BigInteger most) = Numbers(width);
        Type holder = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        return new[] { least - 1, most + 1 }.Where(number => Holds(holder, number)).Select(number => ValueOf(number, width, type));
    }

    /// <summary>Nothing, everything, each end alone, and bits that nobody chose.</summary>
    protected static IEnumerable<bool[]> Telling(int width, Random random)
    {
        yield return BitWord.All(false, width);
        yield return BitWord.All(true, width);
        yield return BitWord.Put(BitWord.All(false, width), [0], [true]);
        yield return BitWord.Put(BitWord.All(false, width), [width - 1], [true]);
        yield return BitWord.Put(BitWord.All(true, width), [width - 1], [false]);
        yield return BitWord.Any(random, width);
    }

    /// <summary>The smallest of these types that holds a number.</summary>
    protected static Type Smallest(BigInteger number, params Type[] types) => types.First(type => Holds(type, number));

    static bool Holds(Type type, BigInteger number) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => number >= byte.MinValue && number <= byte.MaxValue,
        TypeCode.UInt16 => number >= ushort.MinValue && number <= ushort.MaxValue,
        TypeCode.UInt32 => number >= uint.MinValue && number <= uint.MaxValue,
        TypeCode.UInt64 => number >= ulong.MinValue && number <= ulong.MaxValue,
        TypeCode.SByte => number >= sbyte.MinValue && number <= sbyte.MaxValue,
        TypeCode.Int16 => number >= short.MinValue && number <= short.MaxValue,
        TypeCode.Int32 => number >= int.MinValue && number <= int.MaxValue,
        TypeCode.Int64 => number >= long.MinValue && number <= long.MaxValue,
        TypeCode.Double => true,
        _ => false,
    };

    static object Whole(BigInteger number, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => number == 1,
        TypeCode.Byte => (byte)number,
        TypeCode.UInt16 => (ushort)number,
        TypeCode.UInt32 => (uint)number,
        TypeCode.UInt64 => (ulong)number,
        TypeCode.SByte => (sbyte)number,
        TypeCode.Int16 => (short)number,
        TypeCode.Int32 => (int)number,
        TypeCode.Int64 => (long)number,
        _ => throw new InvalidOperationException($"A number is no {type}."),
    };
}
