using System.Text.RegularExpressions;
using RegGen.Rigs;

namespace RegGen.Demo.Tests;

/// <summary>The guide to testing shows code that is compiled and run.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void Every_piece_of_code_in_the_guide_stands_in_the_tests()
    {
        string tests = Squeezed(File.ReadAllText(Repository.At("tests", "RegGen.Demo.Tests", "SerialPortTests.cs")));
        string guide = File.ReadAllText(Repository.At("src", "RegGen.Testing", "README.md"));
        string[] pieces = [.. Code().Matches(guide).Select(piece => piece.Groups[1].Value)];
        Assert.InRange(pieces.Length, 8, int.MaxValue);
        Assert.All(pieces, piece => Assert.Contains(Squeezed(piece), tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_test_of_the_driver_is_shorter_than_fifteen_lines()
    {
        string tests = File.ReadAllText(Repository.At("tests", "RegGen.Demo.Tests", "SerialPortTests.cs"));
        string[] bodies = [.. tests.Split("    [Fact]\n").Skip(1)];
        Assert.InRange(bodies.Length, 5, int.MaxValue);
        Assert.All(bodies, body => Assert.InRange(body.TrimEnd().Split('\n').Length, 1, 14));
    }

    // Indentation does not count.
    static string Squeezed(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
