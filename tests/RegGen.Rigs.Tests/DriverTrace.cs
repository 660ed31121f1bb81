using System.Globalization;
using System.Text.RegularExpressions;

namespace RegGen.Rigs.Tests;

/// <summary>What the demo prints by the driver: a plus before each line that was the same transition as the one above.</summary>
static class DriverTrace
{
    const string Mark = "+ ";

    /// <summary>The lines as another way would have printed them. Their marks agree with the number of transitions at the end, and each access through the
    /// clock's window is one with the selection before it.</summary>
    public static string[] Plain(IReadOnlyList<string> lines)
    {
        string[] plain = [.. lines.Select(line => line.StartsWith(Mark, StringComparison.Ordinal) ? line[Mark.Length..] : line)];
        Match ports = Regex.Match(plain[^1], "^(ports   driver: 0x2F8-0x2FF, 0x70-0x71); ([0-9]+) transitions$");
        Assert.True(ports.Success, plain[^1]);
        Assert.Equal(lines.Count(line => Regex.IsMatch(line, @"^(?:COM2|RTC)\.")), int.Parse(ports.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.All(lines.Where(line => line.Contains("RTC.Cmos.", StringComparison.Ordinal)), line => Assert.StartsWith(Mark, line, StringComparison.Ordinal));
        plain[^1] = ports.Groups[1].Value;
        return plain;
    }
}
