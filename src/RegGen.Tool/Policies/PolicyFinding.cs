using System.Globalization;

namespace RegGen.Tool.Policies;

/// <summary>What is wrong with a line of a policy.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="IsError">Whether the policy cannot be loaded as it is.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
sealed record PolicyFinding(int Line, int Column, bool IsError, string Message)
{
    /// <summary><c>policy:3:1: error: ...</c></summary>
    public string In(string file) => string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {(IsError ? "error" : "warning")}: {Message}");
}
