using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>One run of <c>tests/rigs/wine/run</c> for all rows.</summary>
public sealed class WineFixture
{
    // Not in the constructor: only a test can be skipped.
    readonly Lazy<Execution> _run = new(Start);

    /// <summary>The rows by name, with what holds.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = WineClient.Rows(WineClient.Common);

    /// <summary>What the client said.</summary>
    public string Output => _run.Value.Output;

    /// <summary>What it said of a row, or null.</summary>
    /// <param name="row">Its name.</param>
    public string? Verdict(string row) => WineClient.Verdicts(Output).GetValueOrDefault(row);

    static Execution Start()
    {
        Rig.Require("wine", "x86_64-w64-mingw32-gcc");
        return Execution.Of(Repository.At("tests", "rigs", "wine", "run"), [], TimeSpan.FromMinutes(6));
    }
}
