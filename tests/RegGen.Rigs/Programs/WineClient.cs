using System.Text.RegularExpressions;

namespace RegGen.Rigs.Programs;

/// <summary>The program that tries the Windows driver: its rows, and what it says of them.</summary>
public static partial class WineClient
{
    /// <summary>The rows of every machine, on cells.</summary>
    public const string Common = "rows.def";

    /// <summary>The rows of 32 bits alone.</summary>
    public const string Direct = "x86/rows_direct.def";

    /// <summary>The rows of real ports.</summary>
    public const string Real = "rows_real.def";

    /// <summary>The rows of lists in <c>tests/driver/windows/client</c> by name, with what holds.</summary>
    public static IReadOnlyDictionary<string, string> Rows(params IEnumerable<string> lists) => lists
        .SelectMany(list => Listed().Matches(File.ReadAllText(Repository.At("tests", "driver", "windows", "client", list))))
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

    /// <summary>What it said of each row.</summary>
    /// <param name="output">All that it said.</param>
    public static IReadOnlyDictionary<string, string> Verdicts(string output) =>
        Said().Matches(output).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);

    [GeneratedRegex("^ROW\\(([a-z_0-9]+), \"(.*)\"\\)$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^row ([a-z_0-9]+): (.*) \([0-9]+ ms\)\r?$", RegexOptions.Multiline)]
    private static partial Regex Said();
}
