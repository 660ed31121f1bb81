using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>The answer to a program; results follow, then the data.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
struct DriverOutcome
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public DriverStatus Status;
    [FieldOffset(12)] public uint Index;
    [FieldOffset(16)] public uint Steps;
    [FieldOffset(20)] public uint Reserved;
    [FieldOffset(24)] public ulong Elapsed;
}
