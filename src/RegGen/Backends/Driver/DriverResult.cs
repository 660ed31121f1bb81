using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>What became of one operation.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
struct DriverResult
{
    [FieldOffset(0)] public ulong Value;
    [FieldOffset(8)] public uint Ran;
    [FieldOffset(12)] public uint Reserved;
}
