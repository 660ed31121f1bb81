namespace RegGen.Compiler.Tests.Reference;

/// <summary>Every item of the language has a section in the reference and a case that says it, is compiled and run, and stands on the page.</summary>
public sealed class DemandTests
{
    static readonly MarkdownPage s_page = new("devices", "LANGUAGE.md");

    public static TheoryData<string> Items => [.. Demands.All.Select(demand => demand.Item).Except(Demands.Open)];

    [Theory]
    [MemberData(nameof(Items))]
    public void It_has_a_section_and_a_case_on_the_page(string item)
    {
        Demand demand = Demands.All.Single(each => each.Item == item);

        Assert.Contains($"# {demand.Section}\n", s_page.Text, StringComparison.Ordinal);
        Assert.True(demand.Cases.Any(name => s_page.Tables.Contains($"case: {name}")), $"No case on the page says {demand.Said}.");
    }

    [Fact]
    public void What_is_open_is_an_item() => Assert.Equal([], Demands.Open.Except(Demands.All.Select(demand => demand.Item)));

    [Fact]
    public void Every_case_is_on_the_page() =>
        Assert.Equal([], LanguageCase.All.Select(each => $"case: {each.Name}").Except(s_page.Tables));
}
