namespace RegGen.Driver.Tests;

/// <summary>The Windows driver as it is built, loaded by Wine; its ports are cells of a companion driver.</summary>
public sealed class WineTests(WineFixture wine, ITestOutputHelper output) : IClassFixture<WineFixture>
{
    /// <summary>The rows of <c>tests/driver/windows/client/rows.def</c>.</summary>
    public static TheoryData<string> Rows => [.. WineFixture.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_client_finds_everything_right(string row)
    {
        string verdict = wine.Verdict(row) ?? $"did not run:\n{wine.Output}";
        output.WriteLine(WineFixture.Rows[row]);
        Assert.Equal("ok", verdict);
    }

    [Fact]
    public void The_client_comes_to_its_end()
    {
        Assert.EndsWith("end", wine.Output.TrimEnd(), StringComparison.Ordinal);
        output.WriteLine(wine.Output);
    }
}
