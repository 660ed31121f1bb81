using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>A register's value as a raw word and back. The size is a constant to the JIT, so each of these is one move.</summary>
static class Word
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint From<TValue>(TValue value)
        where TValue : unmanaged => Unsafe.SizeOf<TValue>() switch
        {
            1 => Unsafe.BitCast<TValue, byte>(value),
            2 => Unsafe.BitCast<TValue, ushort>(value),
            _ => Unsafe.BitCast<TValue, uint>(value),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue To<TValue>(uint raw)
        where TValue : unmanaged => Unsafe.SizeOf<TValue>() switch
        {
            1 => Unsafe.BitCast<byte, TValue>((byte)raw),
            2 => Unsafe.BitCast<ushort, TValue>((ushort)raw),
            _ => Unsafe.BitCast<uint, TValue>(raw),
        };
}
