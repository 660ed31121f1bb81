using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RegGen.Backends;

namespace RegGen;

/// <summary>Bytes in the reverse order: a big-endian register as the processor's little-endian accesses see it, and back.</summary>
static class ByteOrder
{
    public static ulong Reverse(ulong word, PortWidth width) => BinaryPrimitives.ReverseEndianness(word) >> (64 - (int)width);

    /// <summary>Reverses each value of a block; source and target may be one.</summary>
    public static void Reverse(ReadOnlySpan<byte> values, Span<byte> reversed, PortWidth width)
    {
        switch (width)
        {
            case PortWidth.Bits16:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(values), MemoryMarshal.Cast<byte, ushort>(reversed));
                break;
            case PortWidth.Bits32:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(values), MemoryMarshal.Cast<byte, uint>(reversed));
                break;
            default:
                values.CopyTo(reversed);
                break;
        }
    }
}
