using System.Runtime.InteropServices;

namespace RegGen.Locks;

/// <summary>What a file is: the kernel's <c>struct statx</c>, which is the same on every processor.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
readonly struct FileLook
{
    const int KindMask = 0xF000, PlainFile = 0x8000;

    /// <summary>Number of names that it has; none when it was removed.</summary>
    [FieldOffset(16)]
    public readonly uint Links;

    /// <summary>The user to whom it belongs.</summary>
    [FieldOffset(20)]
    public readonly uint Owner;

    /// <summary>The group to which it belongs.</summary>
    [FieldOffset(24)]
    public readonly uint Group;

    /// <summary>Its kind, and who may do what with it.</summary>
    [FieldOffset(28)]
    public readonly ushort Mode;

    /// <summary>Its number on its device.</summary>
    [FieldOffset(32)]
    public readonly ulong Number;

    /// <summary>The device that it is on.</summary>
    [FieldOffset(136)]
    public readonly uint DeviceMajor;

    /// <summary>The device that it is on.</summary>
    [FieldOffset(140)]
    public readonly uint DeviceMinor;

    /// <summary>Whether it is a plain file.</summary>
    public bool IsFile => (Mode & KindMask) == PlainFile;
}
