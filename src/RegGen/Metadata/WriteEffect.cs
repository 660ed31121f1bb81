namespace RegGen.Metadata;

/// <summary>What writing does to the bits written.</summary>
public enum WriteEffect : byte
{
    /// <summary>They cannot be written.</summary>
    None,

    /// <summary>They take the written value.</summary>
    Normal,

    /// <summary>A written one makes them 0, a written zero leaves them.</summary>
    OneClears,

    /// <summary>A written zero makes them 0, a written one leaves them.</summary>
    ZeroClears,

    /// <summary>Any write makes them 0, whatever is written.</summary>
    AnyClears,

    /// <summary>A written one makes them 1, a written zero leaves them.</summary>
    OneSets,

    /// <summary>A written zero makes them 1, a written one leaves them.</summary>
    ZeroSets,

    /// <summary>Any write makes them 1, whatever is written.</summary>
    AnySets,

    /// <summary>A written one inverts them, a written zero leaves them.</summary>
    OneToggles,

    /// <summary>A written zero inverts them, a written one leaves them.</summary>
    ZeroToggles,

    /// <summary>A written one starts something and reads back as 0, a written zero does nothing.</summary>
    SelfClearing,

    /// <summary>What is written goes into a queue; what is read stays.</summary>
    Push,

    /// <summary>They take the first value written after reset; later writes are ignored.</summary>
    Once,
}
