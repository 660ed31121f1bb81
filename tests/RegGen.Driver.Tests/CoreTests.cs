using System.Text.RegularExpressions;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>The driver's core, built and tried by <c>tests/driver/check</c> and <c>tests/driver/fuzz</c>.</summary>
public sealed partial class CoreTests(ITestOutputHelper output)
{
    /// <summary>Freestanding for each system, without warnings, and without asking a kernel for anything but the shim's functions.</summary>
    [Fact]
    public void Builds_for_each_kernel()
    {
        Rig.Require("gcc", "clang", "nm", "x86_64-w64-mingw32-gcc", "i686-w64-mingw32-gcc");
        Assert.Contains("without warnings", Check("builds"), StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_tests_pass_under_sanitizers_of_both_compilers()
    {
        Rig.Require("gcc", "clang");
        string said = Check("unit");
        Assert.Equal(2, Passed().Count(said));
    }

    /// <summary>All of it: what no test runs, no test has looked at.</summary>
    [Fact]
    public void Unit_tests_run_every_line_and_branch()
    {
        Rig.Require("gcc", "gcov", "clang", "llvm-cov", "llvm-profdata");
        string said = Check("coverage");
        MatchCollection parts = Share().Matches(said);
        Assert.Equal(4, parts.Count);
        Assert.All(parts, part => Assert.Equal(part.Groups[1].Value, part.Groups[2].Value));
    }

    [Fact]
    public void Static_analysis_finds_nothing()
    {
        Rig.Require("gcc", "clang-tidy", "cppcheck");
        Assert.Equal(3, Clean().Count(Check("analysis")));
    }

    [Fact]
    public void Hostile_sequences_do_not_break_it()
    {
        Rig.Require("clang");
        Assert.Matches("fuzz: [0-9]+ sequences", Run("fuzz", "500000"));
    }

    string Check(string step) => Run("check", step);

    string Run(string script, string argument)
    {
        string said = Execution.Of(Repository.At("tests", "driver", script), [argument], TimeSpan.FromMinutes(8)).Succeeded();
        output.WriteLine(said);
        return said;
    }

    [GeneratedRegex("^unit: (?:gcc|clang): [1-9][0-9]* tests, [1-9][0-9]* checks, 0 failures$", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex("(?:lines|branches) ([1-9][0-9]*) of ([0-9]+)")]
    private static partial Regex Share();

    [GeneratedRegex(": clean")]
    private static partial Regex Clean();
}
