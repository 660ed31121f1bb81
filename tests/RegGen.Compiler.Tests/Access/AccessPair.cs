using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests.Access;

/// <summary>A read effect and a write effect, in the words of a description.</summary>
sealed record AccessPair(string Read, string Write)
{
    /// <summary>Every pair that can be written in a description: all but the one that can be neither read nor written.</summary>
    public static IReadOnlyList<AccessPair> All { get; } =
    [
        .. AccessModes.Reads.SelectMany(read => AccessModes.Writes.Select(write => new AccessPair(read.Word, write.Word)))
            .Where(pair => pair != new AccessPair("none", "none")),
    ];

    public AccessMode Mode => new(
        AccessModes.Reads.Single(word => word.Word == Read).Effect, AccessModes.Writes.Single(word => word.Word == Write).Effect);

    public bool IsReadDestructive => Read is "clear" or "set" or "pop";

    public bool CanRead => Read != "none";

    public bool CanWrite => Write != "none";

    public static AccessPair Of(string text) => All.Single(pair => pair.ToString() == text);

    public override string ToString() => $"{{ read: {Read}, write: {Write} }}";
}
