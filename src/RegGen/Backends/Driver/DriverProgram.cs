using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>A program; its operations follow, then its data.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
struct DriverProgram
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public uint Count;
    [FieldOffset(12)] public uint Data;
    [FieldOffset(16)] public uint Deadline;
    [FieldOffset(20)] public uint Reserved;
    [FieldOffset(24)] public ulong Reserved2;
}
