using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>Some fields of a register: the bits under the mask, the others unnamed.</summary>
/// <param name="Mask">The named bits.</param>
/// <param name="Bits">Their values, already in place.</param>
public readonly record struct FieldBits(ulong Mask, ulong Bits)
{
    /// <summary>Whether the named bits of a raw word have these values.</summary>
    public bool Match(ulong raw) => (raw & Mask) == Bits;

    /// <summary>Checks that a value fits its field. Folds away for constants.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is larger than <paramref name="largest"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Fit(uint value, uint largest)
    {
        if (value > largest)
        {
            ThrowTooLarge(value, largest);
        }

        return value;
    }

    /// <inheritdoc cref="Fit(uint, uint)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Fit(ulong value, ulong largest)
    {
        if (value > largest)
        {
            ThrowTooLarge(value, largest);
        }

        return value;
    }

    static void ThrowTooLarge(ulong value, ulong largest) =>
        throw new ArgumentOutOfRangeException(nameof(value), value, $"The field holds 0 to {largest}.");
}
