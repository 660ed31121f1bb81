namespace RegGen.Metadata;

/// <summary>What is written into bits that have no meaning.</summary>
public enum ReservedPolicy : byte
{
    /// <summary>The bits are not reserved.</summary>
    None,

    /// <summary>What was read; where nothing was, the reset value.</summary>
    Preserve,

    /// <summary>Zeros.</summary>
    Zero,

    /// <summary>Ones.</summary>
    One,
}
