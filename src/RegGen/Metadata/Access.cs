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

    /// <summary>rs: only read, and set by it.</summary>
    public static Access Rs => new(ReadEffect.Set, WriteEffect.None);

    /// <summary>pop: only read, from a queue.</summary>
    public static Access Pop => new(ReadEffect.Pop, WriteEffect.None);

    /// <summary>w1c: read, and cleared by writing a one.</summary>
    public static Access W1c => new(ReadEffect.Normal, WriteEffect.OneClears);

    /// <summary>w0c: read, and cleared by writing a zero.</summary>
    public static Access W0c => new(ReadEffect.Normal, WriteEffect.ZeroClears);

    /// <summary>w1s: read, and set by writing a one.</summary>
    public static Access W1s => new(ReadEffect.Normal, WriteEffect.OneSets);

    /// <summary>w0s: read, and set by writing a zero.</summary>
    public static Access W0s => new(ReadEffect.Normal, WriteEffect.ZeroSets);

    /// <summary>w1t: read, and inverted by writing a one.</summary>
    public static Access W1t => new(ReadEffect.Normal, WriteEffect.OneToggles);

    /// <summary>wac: read, and cleared by any write.</summary>
    public static Access Wac => new(ReadEffect.Normal, WriteEffect.AnyClears);

    /// <summary>sc: a written one starts something and clears itself.</summary>
    public static Access Sc => new(ReadEffect.Normal, WriteEffect.SelfClearing);

    /// <summary>wo1: only written, and once after reset.</summary>
    public static Access Wo1 => new(ReadEffect.None, WriteEffect.Once);

    /// <summary>rsvp: reserved, written as it was read.</summary>
    public static Access Rsvp => Ro with { Reserved = ReservedPolicy.Preserve };

    /// <summary>rsv0: reserved, written as 0.</summary>
    public static Access Rsv0 => Ro with { Reserved = ReservedPolicy.Zero };

    /// <summary>rsv1: reserved, written as 1.</summary>
    public static Access Rsv1 => Ro with { Reserved = ReservedPolicy.One };

    /// <summary>Of reserved bits, what is written into them.</summary>
    public ReservedPolicy Reserved { get; init; }

    /// <summary>Whether the bits can be read.</summary>
    public bool CanRead => Read != ReadEffect.None;

    /// <summary>Whether the bits can be written.</summary>
    public bool CanWrite => Write != WriteEffect.None;
}
