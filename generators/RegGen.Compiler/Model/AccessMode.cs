namespace RegGen.Compiler.Model;

/// <summary>What reading does to the bits read. The runtime's enum of the same name says the same.</summary>
enum ReadEffect
{
    None,
    Normal,
    Clear,
    Set,
    Pop,
}

/// <summary>What writing does to the bits written. The runtime's enum of the same name says the same.</summary>
enum WriteEffect
{
    None,
    Normal,
    OneClears,
    ZeroClears,
    AnyClears,
    OneSets,
    ZeroSets,
    AnySets,
    OneToggles,
    ZeroToggles,
    SelfClearing,
    Push,
    Once,
}

/// <summary>What is written into bits that have no meaning. The runtime's enum of the same name says the same.</summary>
enum ReservedPolicy
{
    /// <summary>The bits are not reserved.</summary>
    None,
    Preserve,
    Zero,
    One,
}

/// <summary>How bits behave: what a read does and what a write does; of reserved bits, what is written into them.</summary>
readonly record struct AccessMode(ReadEffect Read, WriteEffect Write, ReservedPolicy Reserved = ReservedPolicy.None)
{
    public bool CanRead => Read != ReadEffect.None;

    public bool CanWrite => Write != WriteEffect.None;

    public bool IsReserved => Reserved != ReservedPolicy.None;

    /// <summary>Whether a read changes what is read.</summary>
    public bool IsReadDestructive => Read is ReadEffect.Clear or ReadEffect.Set or ReadEffect.Pop;

    /// <summary>What of a write leaves the bits alone.</summary>
    public Inertness Inert => AccessModes.Find(Write).Inert;

    /// <summary>Whether a write acts on the bits rather than replacing what they hold.</summary>
    public bool Acts => Inert is not Inertness.Kept && CanWrite;

    /// <summary>Its short name; with the read effect beside it where none says both, or both effects.</summary>
    public override string ToString()
    {
        AccessMode mode = this;
        if (AccessModes.Find(mode) is { } exact)
        {
            return exact.Name;
        }

        string read = AccessModes.Find(Read).Word;
        return AccessModes.All.FirstOrDefault(known => known.Mode.Write == mode.Write && !known.Mode.IsReserved) is { } nearest
            ? CanRead ? $"{nearest.Name} {read}" : nearest.Name
            : CanRead ? $"{read} {AccessModes.Find(Write).Word}" : AccessModes.Find(Write).Word;
    }
}
