namespace RegGen.Compiler.Tests.Reference;

/// <summary><c>devices/MESSAGES.md</c> says what the compiler says.</summary>
public sealed class MessagesTests
{
    static readonly MarkdownPage s_page = new("devices", "MESSAGES.md");

    [Fact]
    public void The_page_is_made_from_the_catalogue()
    {
        s_page.Accept(MessagesPage.Make());
        Assert.True(MessagesPage.Make() == s_page.Text, "devices/MESSAGES.md is old. Run this test with REGGEN_ACCEPT=1 and read the difference.");
    }

    [Fact]
    public void Every_help_link_leads_to_a_section_of_it() => Assert.All(CompilerRules.Catalogue, rule =>
    {
        Assert.StartsWith("devices/MESSAGES.md#", rule.Help, StringComparison.Ordinal);
        Assert.Contains($"\n## {rule.Help.Split('#')[1].ToUpperInvariant()}\n", s_page.Text, StringComparison.Ordinal);
    });
}
