using System.Runtime.InteropServices;

namespace RegGen.Backends.Driver;

/// <summary>One operation of a program.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
struct DriverOperation
{
    [FieldOffset(0)] public DriverOperationKind Kind;
    [FieldOffset(1)] public byte Width;
    [FieldOffset(2)] public byte Flags;
    [FieldOffset(3)] public sbyte Shift;
    [FieldOffset(4)] public ushort Port;
    [FieldOffset(6)] public ushort From;
    [FieldOffset(8)] public ushort Beside;
    [FieldOffset(10)] public ushort Target;
    [FieldOffset(12)] public uint Time;
    [FieldOffset(16)] public uint Count;
    [FieldOffset(20)] public uint Offset;
    [FieldOffset(24)] public ulong Keep;
    [FieldOffset(32)] public ulong Value;
}
