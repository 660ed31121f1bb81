using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>What registers take that give no value of their own.</summary>
sealed record RegisterDefaults(string? Window, int Width, AccessMode Access)
{
    /// <summary>What is written into bits of no field.</summary>
    public ReservedPolicy Reserved { get; init; }

    /// <summary>Whether the most significant byte stands at the lowest port; in a window, the data register's port tells.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>What the device needs after an access.</summary>
    public RecoveryModel? Recovery { get; init; }

    /// <summary>The region that they, or their window, stand in.</summary>
    public string? Region { get; init; }

    /// <summary>Whether a wider register has several addresses: at ports, and in windows whose addresses are those of bytes.</summary>
    public bool CountsBytes { get; init; } = true;

    /// <summary>Full name of the window, region or block that the registers stand in.</summary>
    public string? Owner { get; init; }

    /// <summary>Full name of the innermost block that they, or their window, stand in.</summary>
    public string? Block { get; init; }

    /// <summary>Where their addresses count from.</summary>
    public int Origin { get; init; }

    /// <summary>Ports from one address to the next.</summary>
    public int Step { get; init; } = 1;

    /// <summary>How often they are there, by the arrays of blocks around them.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Enums that an array may be indexed by.</summary>
    public IReadOnlyList<EnumModel> Enums { get; init; } = [];

    /// <summary>Conditions of the groups and blocks around them.</summary>
    public IReadOnlyList<ScopedNode> When { get; init; } = [];

    /// <summary>What the groups around them say must hold so that a write has an effect.</summary>
    public IReadOnlyList<ScopedNode> WriteEnable { get; init; } = [];

    /// <summary>Path of the lock around them, or null.</summary>
    public string? Lock { get; init; }
}
