using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>What the bits of a field stand for, and back. Called by generated code; folds away for constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FieldValue
{
    /// <summary>A number in two's complement of so many bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FromTwos(ulong bits, int width) => (long)(bits << (64 - width)) >> (64 - width);

    /// <summary>The bits of a signed number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToTwos(long value, long least, long most, ulong mask)
    {
        if (value < least || value > most)
        {
            Refuse(value, least, most);
        }

        return (ulong)value & mask;
    }

    /// <summary>Checks that a number is within its bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(uint value, uint least, uint most)
    {
        if (value < least || value > most)
        {
            Refuse(value, least, most);
        }

        return value;
    }

    /// <inheritdoc cref="Within(uint, uint, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Within(ulong value, ulong least, ulong most)
    {
        if (value < least || value > most)
        {
            Refuse(value, least, most);
        }

        return value;
    }

    /// <summary>The number that decimal digits of four bits each stand for. A digit above 9 counts for what it is: 0x1A is 20.</summary>
    public static ulong FromBcd(ulong bits)
    {
        ulong number = 0;
        for (int shift = 60; shift >= 0; shift -= 4)
        {
            number = (number * 10) + ((bits >> shift) & 0xF);
        }

        return number;
    }

    /// <summary>The decimal digits of a number, four bits each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds.</exception>
    public static ulong ToBcd(ulong value, ulong least, ulong most)
    {
        ulong rest = Within(value, least, most);
        ulong bits = 0;
        for (int shift = 0; rest != 0; shift += 4)
        {
            bits |= rest % 10 << shift;
            rest /= 10;
        }

        return bits;
    }

    /// <summary>The number of bits that are decimal digits only at times.</summary>
    public static ulong FromBcdIf(bool digits, ulong bits) => digits ? FromBcd(bits) : bits;

    /// <summary>The bits of a number that are decimal digits only at times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds.</exception>
    public static ulong ToBcdIf(bool digits, ulong value, ulong least, ulong most) => digits ? ToBcd(value, least, most) : Within(value, least, most);

    /// <summary>What a number means: <c>number * scale + offset</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scaled(double number, double scale, double offset) => (number * scale) + offset;

    /// <summary>The number that means a value, or comes nearest to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds.</exception>
    public static Int128 Unscaled(double value, double scale, double offset, Int128 least, Int128 most)
    {
        double number = Math.Round((value - offset) / scale);
        if (!(number >= (double)least && number <= (double)most))
        {
            double first = Scaled((double)least, scale, offset), last = Scaled((double)most, scale, offset);
            throw new ArgumentOutOfRangeException(
                nameof(value), value, FormattableString.Invariant($"The field holds {Math.Min(first, last)} to {Math.Max(first, last)}."));
        }

        return Int128.Clamp((Int128)number, least, most);
    }

    /// <summary>The bits of a number that is within its bounds.</summary>
    public static ulong Bits(Int128 number, ulong mask) => (ulong)number & mask;

    internal static void Refuse(Int128 value, Int128 least, Int128 most) =>
        throw new ArgumentOutOfRangeException(nameof(value), value, $"The field holds {least} to {most}.");
}
