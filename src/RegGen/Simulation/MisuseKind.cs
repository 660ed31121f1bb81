namespace RegGen.Simulation;

/// <summary>What real hardware would punish, or would not do.</summary>
[Flags]
public enum MisuseKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A register that can only be written was read.</summary>
    ReadOfWriteOnly = 1,

    /// <summary>A register that can only be read was written.</summary>
    WriteOfReadOnly = 2,

    /// <summary>A register was accessed in another width than its own.</summary>
    WrongWidth = 4,

    /// <summary>A register was accessed while its bank was not selected, and no other register stands there.</summary>
    WrongBank = 8,

    /// <summary>A port of the device was accessed at which it has no register.</summary>
    Unmapped = 0x10,

    /// <summary>A window was accessed at an index of which the description says nothing.</summary>
    Undescribed = 0x20,

    /// <summary>A window was accessed before its key was written.</summary>
    NotEntered = 0x40,

    /// <summary>A register was written while it was locked.</summary>
    Locked = 0x80,

    /// <summary>An access came before the device had recovered from the one before.</summary>
    TooEarly = 0x100,

    /// <summary>A read-modify-write carried over a bit that a written 1 clears or inverts, while other bits of the register were meant.</summary>
    LostEvent = 0x200,

    /// <summary>Reserved bits were written with another value than the description's policy for them demands.</summary>
    ReservedBits = 0x400,

    /// <summary>All of them.</summary>
    All = 0x7FF,
}
