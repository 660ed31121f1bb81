namespace RegGen.Metadata;

/// <summary>How the bits of a field are read as a number.</summary>
public enum NumberKind : byte
{
    /// <summary>As they are.</summary>
    Binary,

    /// <summary>In two's complement.</summary>
    TwosComplement,

    /// <summary>Decimal digits of four bits each.</summary>
    Bcd,
}
