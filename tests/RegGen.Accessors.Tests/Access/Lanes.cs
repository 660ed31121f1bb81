namespace RegGen.Accessors.Tests.Access;

/// <summary>How the bytes of a register stand at its ports, and in which accesses they are reached.</summary>
sealed record Lanes
{
    /// <summary>Widths of accesses; none means the register's own, and halves of 64 bits.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [];

    /// <summary>Whether the most significant byte stands at the lowest port.</summary>
    public bool IsBig { get; init; }

    /// <summary>Width of the port that it goes through part by part, or 0.</summary>
    public int Transfer { get; init; }

    /// <summary>Whether the highest part goes first.</summary>
    public bool IsHighFirst { get; init; }

    public IEnumerable<string> TextFor(Mode mode) =>
    [
        .. Widths.Count == 0 ? Array.Empty<string>() : [$"widths: {{ {string.Join(", ", Directions(mode).Select(direction => $"{direction}: [{string.Join(", ", Widths)}]"))} }}"],
        .. IsBig ? ["order: big"] : Array.Empty<string>(),
        .. Transfer == 0 ? Array.Empty<string>() : [$"transfer: {{ port: {Transfer}, order: [{(IsHighFirst ? "high, low" : "low, high")}] }}"],
    ];

    static IEnumerable<string> Directions(Mode mode) => [.. mode.CanRead ? ["read"] : Array.Empty<string>(), .. mode.CanWrite ? ["write"] : Array.Empty<string>()];

    /// <summary>How many ports a register of a width covers.</summary>
    public int Ports(int width) => (Transfer == 0 ? width : Transfer) / 8;

    /// <summary>The widths of accesses to a register of a width.</summary>
    public IEnumerable<int> WidthsOf(int width) => Transfer > 0 ? [Transfer] : Widths.Count > 0 ? Widths : [Math.Min(width, 32)];
}
