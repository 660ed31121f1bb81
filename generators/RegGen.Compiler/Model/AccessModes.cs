namespace RegGen.Compiler.Model;

/// <summary>What of a write leaves bits alone.</summary>
enum Inertness
{
    /// <summary>The value that they hold, or the one that is called neutral.</summary>
    Kept,

    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>Ones.</summary>
    Ones,

    /// <summary>Nothing does, unless one value is called neutral: each write of the register acts on them.</summary>
    Nothing,
}

/// <summary>A word for what a read does.</summary>
sealed record ReadWord(string Word, ReadEffect Effect, string Doc);

/// <summary>A word for what a write does.</summary>
sealed record WriteWord(string Word, WriteEffect Effect, Inertness Inert, string Doc);

/// <summary>A word for what is written into reserved bits.</summary>
sealed record PolicyWord(string Word, ReservedPolicy Policy, string Doc);

/// <summary>A short name of an access mode.</summary>
sealed record AccessName(string Name, AccessMode Mode, string Doc);

/// <summary>The one table of access modes: the effects, and short names for pairs of them. Everything else takes them from here.</summary>
static class AccessModes
{
    public static readonly IReadOnlyList<ReadWord> Reads =
    [
        new("none", ReadEffect.None, "They cannot be read."),
        new("normal", ReadEffect.Normal, "Nothing."),
        new("clear", ReadEffect.Clear, "They become 0."),
        new("set", ReadEffect.Set, "They become 1."),
        new("pop", ReadEffect.Pop, "The next entry of a queue takes their place."),
    ];

    public static readonly IReadOnlyList<WriteWord> Writes =
    [
        new("none", WriteEffect.None, Inertness.Zeros, "They cannot be written."),
        new("normal", WriteEffect.Normal, Inertness.Kept, "They take the written value."),
        new("one-clears", WriteEffect.OneClears, Inertness.Zeros, "A one clears the bit, a zero leaves it."),
        new("zero-clears", WriteEffect.ZeroClears, Inertness.Ones, "A zero clears the bit, a one leaves it."),
        new("any-clears", WriteEffect.AnyClears, Inertness.Nothing, "Any write clears them, whatever is written."),
        new("one-sets", WriteEffect.OneSets, Inertness.Zeros, "A one sets the bit, a zero leaves it."),
        new("zero-sets", WriteEffect.ZeroSets, Inertness.Ones, "A zero sets the bit, a one leaves it."),
        new("any-sets", WriteEffect.AnySets, Inertness.Nothing, "Any write sets them, whatever is written."),
        new("one-toggles", WriteEffect.OneToggles, Inertness.Zeros, "A one toggles the bit, a zero leaves it."),
        new("zero-toggles", WriteEffect.ZeroToggles, Inertness.Ones, "A zero toggles the bit, a one leaves it."),
        new("self-clearing", WriteEffect.SelfClearing, Inertness.Zeros, "A one starts something and clears itself, a zero does nothing."),
        new("push", WriteEffect.Push, Inertness.Nothing, "What is written goes into a queue."),
        new("once", WriteEffect.Once, Inertness.Nothing, "The first write after reset counts, all later ones are ignored."),
    ];

    public static readonly IReadOnlyList<AccessName> All =
    [
        new("rw", new(ReadEffect.Normal, WriteEffect.Normal), "Read and written."),
        new("ro", new(ReadEffect.Normal, WriteEffect.None), "Only read."),
        new("wo", new(ReadEffect.None, WriteEffect.Normal), "Only written."),
        new("rc", new(ReadEffect.Clear, WriteEffect.None), "Only read; reading clears it."),
        new("rs", new(ReadEffect.Set, WriteEffect.None), "Only read; reading sets it."),
        new("w1c", new(ReadEffect.Normal, WriteEffect.OneClears), "Read; writing a one clears it, writing a zero does nothing."),
        new("w0c", new(ReadEffect.Normal, WriteEffect.ZeroClears), "Read; writing a zero clears it, writing a one does nothing."),
        new("w1s", new(ReadEffect.Normal, WriteEffect.OneSets), "Read; writing a one sets it, writing a zero does nothing."),
        new("w0s", new(ReadEffect.Normal, WriteEffect.ZeroSets), "Read; writing a zero sets it, writing a one does nothing."),
        new("w1t", new(ReadEffect.Normal, WriteEffect.OneToggles), "Read; writing a one toggles it, writing a zero does nothing."),
        new("wac", new(ReadEffect.Normal, WriteEffect.AnyClears), "Read; writing anything clears it."),
        new("sc", new(ReadEffect.Normal, WriteEffect.SelfClearing), "Writing a one starts something and clears itself; a zero does nothing."),
        new("wo1", new(ReadEffect.None, WriteEffect.Once), "Only written, and once: the first write after reset counts."),
        new("rsvp", new(ReadEffect.Normal, WriteEffect.None, ReservedPolicy.Preserve), "Reserved; written as it was read."),
        new("rsv0", new(ReadEffect.Normal, WriteEffect.None, ReservedPolicy.Zero), "Reserved; written as 0."),
        new("rsv1", new(ReadEffect.Normal, WriteEffect.None, ReservedPolicy.One), "Reserved; written as 1."),
    ];

    /// <summary>Words for what is written into reserved bits.</summary>
    public static readonly IReadOnlyList<PolicyWord> Policies =
    [
        new("preserve", ReservedPolicy.Preserve, "What was read; where nothing was, the reset value, else 0."),
        new("zero", ReservedPolicy.Zero, "Zeros."),
        new("one", ReservedPolicy.One, "Ones."),
    ];

    static readonly Dictionary<AccessMode, AccessName> s_named = All.ToDictionary(known => known.Mode);

    public static AccessMode? Find(string name) => All.FirstOrDefault(known => known.Name == name)?.Mode;

    /// <summary>The short name of a pair of effects, or null if it has none.</summary>
    public static AccessName? Find(AccessMode mode) => s_named.TryGetValue(mode, out AccessName? named) ? named : null;

    // The words stand in the order of their effects.
    public static ReadWord Find(ReadEffect effect) => Reads[(int)effect];

    public static WriteWord Find(WriteEffect effect) => Writes[(int)effect];
}
