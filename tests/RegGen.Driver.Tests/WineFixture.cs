using System.Text.RegularExpressions;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>One run of <c>tests/rigs/wine/run</c> for all rows.</summary>
public sealed partial class WineFixture
{
    // Not in the constructor: only a test can be skipped.
    readonly Lazy<Execution> _run = new(Start);

    /// <summary>The rows by name, with what holds.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = Listed()
        .Matches(File.ReadAllText(Repository.At("tests", "driver", "windows", "client", "rows.def")))
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

    /// <summary>What the client said.</summary>
    public string Output => _run.Value.Output;

    /// <summary>What it said of a row, or null.</summary>
    /// <param name="row">Its name.</param>
    public string? Verdict(string row) => Said().Matches(Output).Where(line => line.Groups[1].Value == row).Select(line => line.Groups[2].Value).SingleOrDefault();

    static Execution Start()
    {
        Rig.Require("wine", "x86_64-w64-mingw32-gcc");
        return Execution.Of(Repository.At("tests", "rigs", "wine", "run"), [], TimeSpan.FromMinutes(6));
    }

    [GeneratedRegex("^ROW\\(([a-z_0-9]+), \"(.*)\"\\)$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^row ([a-z_0-9]+): (.*) \([0-9]+ ms\)\r?$", RegexOptions.Multiline)]
    private static partial Regex Said();
}
