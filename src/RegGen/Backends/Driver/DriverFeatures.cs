using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>What a driver can do.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
struct DriverFeatures
{
    [FieldOffset(0)] public DriverHeader Header;
    [FieldOffset(8)] public uint Features;
    [FieldOffset(12)] public uint Operations;
    [FieldOffset(16)] public uint MostOperations;
    [FieldOffset(20)] public uint MostData;
    [FieldOffset(24)] public uint MostRanges;
    [FieldOffset(28)] public uint MostEntries;
    [FieldOffset(32)] public uint UsualDeadline;
    [FieldOffset(36)] public uint LongestDeadline;
}
