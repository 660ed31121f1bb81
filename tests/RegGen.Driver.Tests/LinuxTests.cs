using System.Globalization;
using System.Text.RegularExpressions;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>The Linux driver against a fake of the kernel, by <c>tests/driver/fuzz-linux</c>. A real kernel runs it in RegGen.Rigs.Tests.</summary>
public sealed partial class LinuxTests(ITestOutputHelper output)
{
    const int Sequences = 200_000;

    /// <summary>The allocator, the lock, ports and callers' memory say so when the driver wrongs them.</summary>
    [Fact]
    public void Hostile_callers_do_not_break_it()
    {
        Rig.Require("clang");
        string said = Execution.Of(Repository.At("tests", "driver", "fuzz-linux"), [Sequences.ToString(CultureInfo.InvariantCulture)], TimeSpan.FromMinutes(8)).Succeeded();
        output.WriteLine(said);
        Match counts = Counts().Match(said);
        Assert.True(counts.Success, said);
        Assert.All(counts.Groups.Values.Skip(1), count => Assert.True(int.Parse(count.ValueSpan, CultureInfo.InvariantCulture) > Sequences / 100, said));
    }

    [GeneratedRegex("fuzz: ([0-9]+) sequences: ([0-9]+) calls, ([0-9]+) in the middle of a program; ([0-9]+) claims, ([0-9]+) programs begun; ([0-9]+) accesses")]
    private static partial Regex Counts();
}
