using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>A register's value as a raw word and back. The size is a constant to the JIT, so each of these is one move.</summary>
/// <remarks>
/// Compared in place, since the JIT folds that before anything else; after a <c>switch</c> the branches for other sizes would live long
/// enough to put the value on the stack. So would a bit cast from an integer to a struct.
/// </remarks>
static class Word
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint From<TValue>(TValue value)
        where TValue : unmanaged =>
        Unsafe.SizeOf<TValue>() == 1 ? Unsafe.BitCast<TValue, byte>(value)
        : Unsafe.SizeOf<TValue>() == 2 ? Unsafe.BitCast<TValue, ushort>(value)
        : Unsafe.BitCast<TValue, uint>(value);

    /// <summary>The raw word of a value of any size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Wide<TValue>(TValue value)
        where TValue : unmanaged => Unsafe.SizeOf<TValue>() == 8 ? Unsafe.BitCast<TValue, ulong>(value) : From(value);

    /// <summary>The value of a raw word of any size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Wide<TValue>(ulong raw)
        where TValue : unmanaged => Unsafe.SizeOf<TValue>() == 8 ? Unsafe.BitCast<ulong, TValue>(raw) : To<TValue>((uint)raw);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue To<TValue>(uint raw)
        where TValue : unmanaged
    {
        Unsafe.SkipInit(out TValue value);
        if (Unsafe.SizeOf<TValue>() == 1)
        {
            Unsafe.As<TValue, byte>(ref value) = (byte)raw;
        }
        else if (Unsafe.SizeOf<TValue>() == 2)
        {
            Unsafe.As<TValue, ushort>(ref value) = (ushort)raw;
        }
        else
        {
            Unsafe.As<TValue, uint>(ref value) = raw;
        }

        return value;
    }
}
