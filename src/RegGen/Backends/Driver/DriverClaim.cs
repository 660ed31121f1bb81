using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>A claim; its ranges follow.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
struct DriverClaim
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public uint Count;
    [FieldOffset(12)] public uint Reserved;
}
