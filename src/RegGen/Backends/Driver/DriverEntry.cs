using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>Who may claim which ports.</summary>
[StructLayout(LayoutKind.Explicit, Size = 80)]
struct DriverEntry
{
    [FieldOffset(0)] public ushort First;
    [FieldOffset(2)] public ushort Last;
    [FieldOffset(4)] public byte Access;
    [FieldOffset(5)] public byte Flags;
    [FieldOffset(6)] public byte WhoKind;
    [FieldOffset(7)] public byte WhoSize;
    [FieldOffset(8)] public DriverWho Who;
    [FieldOffset(76)] public uint Reserved;
}
