using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>Ports that a handle claims.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
struct DriverRange
{
    [FieldOffset(0)] public ushort First;
    [FieldOffset(2)] public ushort Last;
    [FieldOffset(4)] public byte Widths;
    [FieldOffset(5)] public byte Access;
    [FieldOffset(6)] public byte Sharing;
    [FieldOffset(7)] public byte Reserved;
}
