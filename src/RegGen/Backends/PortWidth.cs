namespace RegGen.Backends;

/// <summary>Width of a port access or of a register, in bits.</summary>
public enum PortWidth : byte
{
    /// <summary>8 bits: one port.</summary>
    Bits8 = 8,

    /// <summary>16 bits: two adjacent ports in one access.</summary>
    Bits16 = 16,

    /// <summary>32 bits: four adjacent ports in one access.</summary>
    Bits32 = 32,

    /// <summary>64 bits: a register's width only. The processor has no such access, so it is two of 32 bits in one program.</summary>
    Bits64 = 64,
}
