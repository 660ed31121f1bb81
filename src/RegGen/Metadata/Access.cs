namespace RegGen.Metadata;

/// <summary>How bits behave when they are read and when they are written.</summary>
/// <param name="Read">The effect of a read.</param>
/// <param name="Write">The effect of a write.</param>
public readonly record struct Access(ReadEffect Read, WriteEffect Write)
{
    /// <summary>rw: read and written.</summary>
    public static Access Rw => new(ReadEffect.Normal, WriteEffect.Normal);

    /// <summary>ro: only read.</summary>
    public static Access Ro => new(ReadEffect.Normal, WriteEffect.None);

    /// <summary>wo: only written.</summary>
    public static Access Wo => new(ReadEffect.None, WriteEffect.Normal);

    /// <summary>rc: only read, and cleared by it.</summary>
    public static Access Rc => new(ReadEffect.Clear, WriteEffect.None);

    /// <summary>pop: only read, from a queue.</summary>
    public static Access Pop => new(ReadEffect.Pop, WriteEffect.None);

    /// <summary>w1c: read, and cleared by writing a one.</summary>
    public static Access W1c => new(ReadEffect.Normal, WriteEffect.OneClears);

    /// <summary>sc: a written one starts something and clears itself.</summary>
    public static Access Sc => new(ReadEffect.Normal, WriteEffect.SelfClearing);

    /// <summary>Whether the bits can be read.</summary>
    public bool CanRead => Read != ReadEffect.None;

    /// <summary>Whether the bits can be written.</summary>
    public bool CanWrite => Write != WriteEffect.None;
}
