using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Access;

/// <summary>A field that is just bits of a mode.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Low">Its lowest bit.</param>
/// <param name="Width">How many bits it has.</param>
/// <param name="Mode">How they behave.</param>
sealed record ModeField(string Name, int Low, int Width, Mode Mode)
{
    /// <summary>Whether it says nothing about its access, and has its register's.</summary>
    public bool Inherits { get; init; }

    /// <summary>The value that does nothing, where the description says so.</summary>
    public bool[]? Neutral { get; init; }

    public IEnumerable<int> Bits => Enumerable.Range(Low, Width);

    public string Text => $"{Name}: {{ bits: {Low + Width - 1}..{Low}{(Inherits ? "" : $", access: {Mode}")}{(Neutral is null ? "" : $", neutral: {BitWord.Word(Neutral)}")} }}";
}
