using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>The Windows driver, built and looked at by <c>tests/driver/check-windows</c>, tried in a fake kernel by <c>tests/driver/fuzz-windows</c>.</summary>
public sealed class WindowsTests(ITestOutputHelper output)
{
    /// <summary>Both machines, without warnings; only documented functions are imported, and no memory is writable and executable.</summary>
    [Fact]
    public void Builds_and_asks_for_documented_functions_only()
    {
        Rig.Require("x86_64-w64-mingw32-gcc", "i686-w64-mingw32-gcc");
        string said = Run("check-windows", "builds", "imports", "sections");
        Assert.Contains("without warnings", said, StringComparison.Ordinal);
        Assert.Contains("each documented", said, StringComparison.Ordinal);
        Assert.Contains("none both writable and executable", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Static_analysis_finds_nothing()
    {
        Rig.Require("gcc", "clang-tidy", "x86_64-w64-mingw32-gcc");
        Assert.Contains("clang-tidy: clean", Run("check-windows", "analysis"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_sequences_do_not_break_it()
    {
        Rig.Require("clang");
        Assert.Matches("fuzz: [0-9]+ sequences", Run("fuzz-windows", "200000"));
    }

    string Run(string script, params string[] arguments)
    {
        string said = Execution.Of(Repository.At("tests", "driver", script), arguments, TimeSpan.FromMinutes(8)).Succeeded();
        output.WriteLine(said);
        return said;
    }
}
