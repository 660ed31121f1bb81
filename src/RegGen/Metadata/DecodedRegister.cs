using RegGen.Backends;

namespace RegGen.Metadata;

/// <summary>What answers an access: a register of the device or of a window.</summary>
/// <param name="Name">Its full name: <c>LCR</c>, <c>Cmos.Seconds</c>, or <c>Cmos[0x2F]</c> where the description is silent.</param>
/// <param name="Map">Its description, or null for an index of a window that has none.</param>
/// <param name="Shift">The lowest bit that the access reaches: 32 for the high half of a 64-bit register.</param>
sealed record DecodedRegister(string Name, RegisterMap? Map, int Shift = 0)
{
    /// <summary>The window that it was reached through, or null.</summary>
    public WindowMap? Through { get; init; }

    /// <summary>Its name, with the bits that an access of so many bits reaches where the register allows narrower ones: <c>DATA[23..16]</c>.</summary>
    public string NameOf(int width) => Map is { } map && width < map.Width && (map.ReadWidths.Contains(width) || map.WriteWidths.Contains(width)) ? $"{Name}[{Shift + width - 1}..{Shift}]" : Name;

    /// <summary>The set of registers that it belongs to, as the beginning of its name, where a window has parameters.</summary>
    public string? Set { get; init; }

    /// <summary>How long the device needs after the access.</summary>
    public TimeSpan Recovery { get; init; }

    /// <summary>Whether the bytes of an access stand the other way round in the register.</summary>
    public bool IsReversed { get; init; }

    /// <summary>What goes over the bus as the register has it, and back.</summary>
    public uint Turned(uint value, int width) => IsReversed ? (uint)ByteOrder.Reverse(value, (PortWidth)width) : value;

    /// <summary>The bits that an access of so many bits reaches.</summary>
    public ulong Reached(int width) => ulong.MaxValue >> (64 - width) << Shift;
}
