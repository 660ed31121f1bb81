using RegGen.Compiler.Tests.Access;

namespace RegGen.Accessors.Tests.Access;

/// <summary>How bits behave, in the words of a description: what a read does and what a write does; of reserved bits, what is written into them.</summary>
sealed record Mode(string Read, string Write, string Reserved = "")
{
    static readonly string[] s_reads = ["none", "normal", "clear", "set", "pop"];

    static readonly string[] s_writes =
    [
        "none", "normal", "one-clears", "zero-clears", "any-clears", "one-sets", "zero-sets", "any-sets", "one-toggles", "zero-toggles", "self-clearing", "push", "once",
    ];

    /// <summary>Every pair of effects but the one that does nothing at all.</summary>
    public static IReadOnlyList<Mode> Pairs { get; } =
        [.. s_reads.SelectMany(read => s_writes.Select(write => new Mode(read, write))).Where(mode => mode is not { Read: "none", Write: "none" })];

    /// <summary>The short names, as the page's table has them.</summary>
    public static IReadOnlyDictionary<string, Mode> Short { get; } = new Dictionary<string, Mode>
    {
        ["rw"] = new("normal", "normal"),
        ["ro"] = new("normal", "none"),
        ["wo"] = new("none", "normal"),
        ["rc"] = new("clear", "none"),
        ["rs"] = new("set", "none"),
        ["w1c"] = new("normal", "one-clears"),
        ["w0c"] = new("normal", "zero-clears"),
        ["w1s"] = new("normal", "one-sets"),
        ["w0s"] = new("normal", "zero-sets"),
        ["w1t"] = new("normal", "one-toggles"),
        ["wac"] = new("normal", "any-clears"),
        ["sc"] = new("normal", "self-clearing"),
        ["wo1"] = new("none", "once"),
        ["rsvp"] = new("normal", "none", "preserve"),
        ["rsv0"] = new("normal", "none", "zero"),
        ["rsv1"] = new("normal", "none", "one"),
    };

    /// <summary>All that a field can be.</summary>
    public static IReadOnlyList<Mode> All { get; } = [.. Pairs, .. Short.Values.Where(mode => mode.Reserved.Length > 0)];

    public bool CanRead => Read != "none";

    public bool CanWrite => Write != "none";

    /// <summary>Whether a read changes what is read.</summary>
    public bool IsReadDestructive => Read is "clear" or "set" or "pop";

    /// <summary>Whether a write replaces what the bits hold, and does nothing else.</summary>
    public bool IsStored => Write == "normal";

    /// <summary>The value that does nothing to a bit of this mode, whatever it holds; null if there is none.</summary>
    public bool? Harmless => !CanWrite || IsStored ? null
        : ReferenceBit.IsInert(Write, false) ? false
        : ReferenceBit.IsInert(Write, true) ? true
        : null;

    /// <summary>As a description says it: by a short name where there is one.</summary>
    public override string ToString() =>
        Short.FirstOrDefault(named => named.Value == this).Key ?? $"{{ read: {Read}, write: {Write} }}";
}
