using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>A whole policy; its entries follow.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
struct DriverPolicy
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public uint Count;
    [FieldOffset(12)] public uint Reserved;
}
