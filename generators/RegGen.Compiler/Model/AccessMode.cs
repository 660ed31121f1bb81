namespace RegGen.Compiler.Model;

/// <summary>What reading does to the bits read. The runtime's enum of the same name says the same.</summary>
enum ReadEffect
{
    None,
    Normal,
    Clear,
    Pop,
}

/// <summary>What writing does to the bits written. The runtime's enum of the same name says the same.</summary>
enum WriteEffect
{
    None,
    Normal,
    OneClears,
    SelfClearing,
}

/// <summary>How bits behave: what a read does and what a write does.</summary>
readonly record struct AccessMode(ReadEffect Read, WriteEffect Write)
{
    public bool CanRead => Read != ReadEffect.None;

    public bool CanWrite => Write != WriteEffect.None;

    /// <summary>Whether a written bit acts rather than stays; then its inert value follows from the access alone.</summary>
    public bool Acts => Write is WriteEffect.OneClears or WriteEffect.SelfClearing;

    /// <summary>Its short name; with the read effect beside it where none says both.</summary>
    public override string ToString()
    {
        AccessMode mode = this;
        if (AccessModes.All.FirstOrDefault(known => known.Mode == mode) is { } exact)
        {
            return exact.Name;
        }

        string nearest = AccessModes.All.First(known => known.Mode.Write == mode.Write).Name;
        return mode.CanRead ? $"{nearest} {mode.Read.ToString().ToLowerInvariant()}" : nearest;
    }
}

/// <summary>A short name of an access mode.</summary>
sealed record AccessName(string Name, AccessMode Mode, string Doc);

/// <summary>The one table of access modes. Binder, messages and reference take them from here.</summary>
static class AccessModes
{
    public static readonly IReadOnlyList<AccessName> All =
    [
        new("rw", new(ReadEffect.Normal, WriteEffect.Normal), "Read and written."),
        new("ro", new(ReadEffect.Normal, WriteEffect.None), "Only read."),
        new("wo", new(ReadEffect.None, WriteEffect.Normal), "Only written."),
        new("rc", new(ReadEffect.Clear, WriteEffect.None), "Only read; reading clears it."),
        new("w1c", new(ReadEffect.Normal, WriteEffect.OneClears), "Read; writing a one clears it, writing a zero does nothing."),
        new("sc", new(ReadEffect.Normal, WriteEffect.SelfClearing), "Writing a one starts something and clears itself; a zero does nothing."),
    ];

    public static AccessMode? Find(string name) => All.FirstOrDefault(known => known.Name == name)?.Mode;
}
