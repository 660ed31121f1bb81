namespace RegGen.Metadata;

/// <summary>What reading does to the bits read.</summary>
public enum ReadEffect : byte
{
    /// <summary>They cannot be read.</summary>
    None,

    /// <summary>Nothing.</summary>
    Normal,

    /// <summary>They become 0.</summary>
    Clear,

    /// <summary>They become 1.</summary>
    Set,

    /// <summary>The next entry of a queue takes their place.</summary>
    Pop,
}
