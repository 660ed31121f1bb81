namespace RegGen.Compiler.Tests.Reference;

/// <summary>Every item of the language has a section in the reference, which shows a case that is compiled and run.</summary>
public sealed class LanguageItemTests
{
    static readonly MarkdownPage s_page = new("devices", "LANGUAGE.md");

    public static TheoryData<string> Sections => [.. LanguageItems.All.Select(item => item.Section)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Its_section_shows_its_cases(string section) =>
        Assert.Equal(LanguageItems.All.Single(item => item.Section == section).Cases, s_page.CasesIn(section));

    [Fact]
    public void Every_case_that_the_page_shows_belongs_to_an_item() =>
        Assert.Equal([], s_page.Tables.Where(name => name.StartsWith("case: ", StringComparison.Ordinal)).Select(name => name["case: ".Length..])
            .Except(LanguageItems.All.SelectMany(item => item.Cases)));
}
