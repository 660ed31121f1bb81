using RegGen.Compiler.Diagnostics;
using RegGen.Fuzz.Tests.Properties;

namespace RegGen.Fuzz.Tests;

/// <summary>Texts that break readers: each has a clear answer.</summary>
public sealed class HostileTextTests
{
    const string Head = "reggen: 1\ndevice: T\nsize: 0x1_0000\nregisters:\n";

    [Theory]
    [InlineData("reggen: 1\0\ndevice: T\n")]
    [InlineData("\0")]
    [InlineData("\0\0\0\0")]
    [InlineData(Head + "  COUNT: { at: 0, doc: \"a\0b\" }\n")]
    public void A_zero_byte_is_no_YAML(string text) =>
        Assert.Equal("RG0001", Assert.Single(Answer.To(text).Description.Findings).Rule.Id);

    [Fact]
    public void A_lone_carriage_return_ends_a_line() =>
        Assert.NotNull(Answer.To(Head.Replace('\n', '\r') + "  COUNT: 0\r").CSharp);

    [Theory]
    [InlineData("99999999999999999999999999")]
    [InlineData("18446744073709551616")]
    [InlineData("0xFFFF_FFFF_FFFF_FFFF")]
    public void A_port_number_of_any_length_is_out_of_range(string number) =>
        Assert.Equal("RG1005", Assert.Single(Answer.To($"{Head}  COUNT: {{ at: {number} }}\n").Description.Findings).Rule.Id);

    [Fact]
    public void A_number_of_a_million_digits_is_answered_in_one_line() =>
        Assert.InRange(Assert.Single(Answer.To($"{Head}  COUNT: {new string('9', 1_000_000)}\n").Description.Findings).Text.Length, 1, 1_000);

    [Fact]
    public void A_name_of_a_hundred_letters_is_a_name_and_one_of_a_thousand_is_none()
    {
        Assert.NotNull(Answer.To($"{Head}  {new string('A', 100)}: {{ at: 0, fields: {{ {new string('b', 100)}: 0 }} }}\n").CSharp);
        Assert.Equal("RG1006", Assert.Single(Answer.To($"{Head}  {new string('A', 1_000)}: 0\n").Description.Findings).Rule.Id);
    }

    [Fact]
    public void Names_that_differ_only_in_case_or_underscores_compile()
    {
        string names = string.Concat("AB A_B Ab ab a_b aB AB_".Split(' ').Select((name, i) => $"  {name}: {i}\n"));
        Answer answer = Answer.To(Head + names);

        Assert.All(answer.Description.Findings, finding => Assert.Equal(Severity.Info, finding.Rule.Severity));
        Programs.CompileAndRun([new("names", answer.Description.Device!)]);
    }

    [Theory]
    [InlineData("result 0x378 <- COUNT")]
    [InlineData("let 7 <- COUNT")]
    public void What_is_read_is_kept_under_a_name(string step) =>
        Assert.Equal("RG1006", Assert.Single(Answer.To($"{Head}  COUNT: 0\nsequences:\n  Sample: {{ steps: [ \"{step}\" ] }}\n").Description.Findings).Rule.Id);

    [Fact]
    public void A_register_that_comes_to_a_window_twice_is_named_twice() => Assert.Contains(
        Answer.To($"{Head}  INDEX: 0\n  DATA: 1\n  A: {{ at: 2, in: Chip }}\nwindows: {{ Chip: {{ index: INDEX, data: DATA, registers: {{ A: 1 }} }} }}\n").Description.Findings,
        finding => finding.Rule.Id == "RG1016");

    public static TheoryData<string> Shapes => ["flow lists", "flow maps", "block lists", "block maps", "keys", "quotes", "closed"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ten_thousand_levels_are_too_deep_and_no_stack_overflow(string shape) => Assert.NotEmpty(Answer.To(Nested(shape, 10_000)).Description.Findings);

    static string Nested(string shape, int depth) => shape switch
    {
        "flow lists" => "doc: " + new string('[', depth),
        "closed" => "doc: " + new string('[', depth) + new string(']', depth),
        "flow maps" => "doc: " + string.Concat(Enumerable.Repeat("{ a: ", depth)),
        "block lists" => "doc:\n  " + string.Concat(Enumerable.Repeat("- ", depth)),
        "keys" => string.Concat(Enumerable.Repeat("? ", depth)),
        "quotes" => "doc: " + new string('"', depth),
        _ => string.Concat(Enumerable.Range(0, depth).Select(level => new string(' ', level) + "a:\n")),
    };
}
