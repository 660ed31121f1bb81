namespace RegGen.Rigs.Guest;

/// <summary>How a row ended.</summary>
/// <param name="Name">The row.</param>
/// <param name="ExitCode">Its exit code; null when it was killed by its watchdog, or when the guest itself ended.</param>
/// <param name="IsLate">Whether its watchdog killed it.</param>
/// <param name="Output">What it said, line by line.</param>
public sealed record GuestResult(string Name, int? ExitCode, bool IsLate, IReadOnlyList<string> Output)
{
    /// <summary>The result for whoever reads a failed test.</summary>
    public override string ToString() =>
        $"row {Name}: {(IsLate ? "killed by its watchdog" : ExitCode is { } code ? $"exit code {code}" : "the guest ended in the middle")}\n{string.Join('\n', Output)}";
}
