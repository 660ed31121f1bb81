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

    /// <summary>A written one starts something and reads back as 0, a written zero does nothing.</summary>
    SelfClearing,
}
