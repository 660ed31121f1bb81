namespace RegGen.Backends;

/// <summary>Width of one port access, in bits.</summary>
public enum PortWidth : byte
{
    /// <summary>8 bits: one port.</summary>
    Bits8 = 8,

    /// <summary>16 bits: two adjacent ports in one access.</summary>
    Bits16 = 16,

    /// <summary>32 bits: four adjacent ports in one access.</summary>
    Bits32 = 32,
}
