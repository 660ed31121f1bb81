using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>Begins every request and every answer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
struct DriverHeader
{
    [FieldOffset(0)] public uint Size;
    [FieldOffset(4)] public ushort Version;
    [FieldOffset(6)] public ushort Reserved;
}
