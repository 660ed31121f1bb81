using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>What became of a request that has no other answer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
struct DriverAnswer
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public DriverStatus Status;
    [FieldOffset(12)] public uint Index;
}
