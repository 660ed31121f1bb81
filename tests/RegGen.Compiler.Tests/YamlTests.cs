using System.Globalization;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests;

/// <summary>Any text is understood or answered by a finding at its place.</summary>
public sealed class YamlTests
{
    [Theory]
    [InlineData("26", 26)]
    [InlineData("0x1A", 26)]
    [InlineData("0X1a", 26)]
    [InlineData("0b11010", 26)]
    [InlineData("1_000", 1000)]
    [InlineData("0x_1_A", 26)]
    [InlineData("010", 10)]
    [InlineData("'26'", 26)]
    public void Numbers_are_decimal_hexadecimal_or_binary(string written, int port) =>
        Assert.Equal(port, Assert.Single(Yaml.Device($"reggen: 1\ndevice: T\nsize: 1\nbases: {{ A: {written} }}\nregisters: {{ R: 0 }}\n").Bases).Port);

    [Theory]
    [InlineData("0x")]
    [InlineData("0b")]
    [InlineData("0b12")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1.0")]
    [InlineData("0o17")]
    [InlineData("1A")]
    [InlineData("_1")]
    [InlineData("1:30")]
    [InlineData("١٢")]
    public void What_is_no_number_is_said_to_be_none(string written)
    {
        Finding finding = Yaml.Finding($"{Yaml.Head}  COUNT: {{ at: 0, reset: {written} }}\n");

        Assert.Equal(("RG1004", new Span(5, 26, 5, 26 + written.Length)), (finding.Rule.Id, finding.Span));
    }

    [Theory]
    [InlineData("0x1_0000_0000_0000_0000")]
    [InlineData("18446744073709551616")]
    [InlineData("99999999999999999999999")]
    [InlineData("0b1_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000")]
    public void A_number_that_no_register_holds_is_out_of_range(string written) =>
        Assert.Equal("RG1005", Yaml.Finding($"{Yaml.Head}  COUNT: {{ at: 0, reset: {written} }}\n").Rule.Id);

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("Off")]
    [InlineData("y")]
    [InlineData("null")]
    [InlineData("true")]
    public void Words_that_YAML_would_take_for_values_stay_names(string name)
    {
        RegisterModel register = Yaml.Register($"  COUNT: {{ at: 0, fields: {{ {name}: {{ bits: 1..0, enum: {{ {name}: 0, other: 1 }} }} }} }}\n");

        Assert.Equal((name, name), (register.Fields[0].Name, register.Fields[0].InlineEnum!.Members[0].Name));
    }

    [Fact]
    public void A_bit_range_with_a_colon_is_not_a_number_of_base_60() =>
        Assert.Equal((7, 6), Yaml.Register("  COUNT: { at: 0, fields: { Kind: { bits: 7:6 } } }\n").Fields[0] is var field ? (field.High, field.Low) : default);

    [Fact]
    public void A_tab_for_indentation_is_named_as_the_cause()
    {
        Finding finding = Yaml.Finding("reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n\tCOUNT: 0\n");

        Assert.Equal(("RG0001", 5), (finding.Rule.Id, finding.Span.Line));
        Assert.Contains("tab", finding.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Line_ends_of_Windows_change_nothing() =>
        Assert.Equal(Yaml.Device(Sample), Yaml.Device(Sample.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void Line_ends_of_Windows_move_no_finding()
    {
        const string Wrong = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 9 }\n";

        Assert.Equal(Yaml.Finding(Wrong), Yaml.Finding(Wrong.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing() => Assert.Equal(Yaml.Device(Sample), Yaml.Device("\uFEFF" + Sample));

    [Fact]
    public void A_byte_order_mark_moves_no_finding() =>
        Assert.Equal(new Span(1, 9, 1, 10), Yaml.Finding("\uFEFFreggen: 7\ndevice: Timer\nsize: 4\nregisters: { COUNT: 0 }\n").Span);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("\uFEFF")]
    [InlineData("---\n")]
    [InlineData("~\n")]
    public void An_empty_file_is_said_to_be_empty(string text) => Assert.Equal(
        "timer.regs.yaml(1,1): error RG0006: The file is empty. A file holds one map that begins with 'reggen: 1' and 'device: Name'.",
        Yaml.Finding(text).ToString());

    [Fact]
    public void A_second_document_is_refused_where_it_begins()
    {
        Finding finding = Yaml.Finding(Sample + "---\nreggen: 1\n");

        Assert.Equal(("RG0006", Sample.Count(c => c == '\n') + 1), (finding.Rule.Id, finding.Span.Line));
    }

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n")]
    [InlineData("a: {1, 2\nb: 3\n")]
    [InlineData("a: [1, 2")]
    [InlineData("a: \"open\nb: 3\n")]
    [InlineData("a: 'open\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a:\n  b\n c\n")]
    [InlineData("]")]
    [InlineData("%YAML 9.9\n---\na: 1\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: \u0001\n")]
    [InlineData("&a &b c\n")]
    [InlineData("*nowhere : 1\n")]
    public void A_text_that_is_being_typed_is_an_error_inside_it(string text)
    {
        Description description = Yaml.Parse(text);

        Assert.All(description.Findings, finding => Assert.NotEqual("RG3003", finding.Rule.Id));
        Assert.NotEmpty(description.Findings);
        Assert.All(description.Findings, finding => Positions.AssertInside(text, finding.Span));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    [InlineData("[", "")]
    public void Ten_thousand_brackets_are_too_many_and_no_stack_overflow(string open, string close)
    {
        string text = "doc: " + string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));

        Assert.Equal(("RG0004", 1), Yaml.Finding(text) is var finding ? (finding.Rule.Id, finding.Span.Line) : default);
    }

    [Fact]
    public void Five_thousand_indented_levels_are_too_many()
    {
        string text = string.Concat(Enumerable.Range(0, 5_000).Select(level => new string(' ', level) + "a:\n"));

        Assert.Equal("RG0004", Yaml.Finding(text).Rule.Id);
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused_unread() => Assert.Equal(
        "timer.regs.yaml(1,1): error RG0007: The file has 20000001 characters; a description has at most 20000000. "
        + "Describe one device in a file; this one may not be a description at all.",
        Yaml.Finding(new string('[', 20_000_001)).ToString());

    [Fact]
    public void An_alias_is_refused_where_it_stands()
    {
        Description description = Yaml.Parse($"{Yaml.Head}  LOW: &low {{ at: 0 }}\n  HIGH: *low\n");

        Assert.Contains(description.Findings, finding => finding is { Rule.Id: "RG0005", Span: { Line: 6, Column: 9 } });
    }

    [Theory]
    [InlineData("doc: low byte, first", "first")]
    [InlineData("doc: low, high", "high")]
    [InlineData("doc: a, bits", "bits")]
    public void An_unquoted_comma_in_a_text_has_a_message_of_its_own(string written, string rest)
    {
        Finding finding = Yaml.Finding($"{Yaml.Head}  COUNT: {{ at: 0, {written} }}\n");

        Assert.Equal("RG1010", finding.Rule.Id);
        Assert.Contains($"'{rest}'", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zähler")]
    [InlineData("Счётчик")]
    [InlineData("計数器")]
    [InlineData("COUNT-1")]
    [InlineData("8254")]
    [InlineData("\"\"")]
    [InlineData("\"A B\"")]
    public void A_name_that_C_sharp_readers_could_not_type_is_refused(string name)
    {
        Finding finding = Yaml.Finding($"{Yaml.Head}  {name}: 0\n");

        Assert.Equal(("RG1006", 5, 3), (finding.Rule.Id, finding.Span.Line, finding.Span.Column));
    }

    [Theory]
    [InlineData("  COUNT: ''\n", "RG1003")]
    [InlineData("  COUNT: '  '\n", "RG1003")]
    [InlineData("  COUNT: |\n", "RG1003")]
    [InlineData("  COUNT: { at: 0, fields: { Kind: \"\" } }\n", "RG1003")]
    [InlineData("  COUNT: { at: '' }\n", "RG1004")]
    public void A_text_without_a_word_is_no_register_field_or_number(string register, string id) =>
        Assert.Contains(Yaml.Parse(Yaml.Head + register).Findings, finding => finding.Rule.Id == id);

    [Fact]
    public void A_message_stays_one_readable_line_whatever_it_quotes()
    {
        string text = new('x', 100_000);
        Finding cut = Yaml.Finding($"{Yaml.Head}  COUNT: {{ at: {text} }}\n");
        Finding spelt = Yaml.Finding($"{Yaml.Head}  COUNT: {{ at: \"0\\n\\e[31m\\u202E\" }}\n");

        Assert.InRange(cut.What.Length, 400, 700);
        Assert.StartsWith("'at' takes a number, but here is 'xxx", cut.What, StringComparison.Ordinal);
        Assert.Equal("'at' takes a number, but here is '0\\n\\u001B[31m\\u202E'.", spelt.What);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_build_changes_nothing(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] here = Everything();
        try
        {
            CultureInfo culture = Culture(name);
            Assert.SkipWhen(name == "tr-TR" && culture.TextInfo.ToLower('I') == 'i', "This .NET runs without cultures.");
            CultureInfo.CurrentCulture = culture;

            Assert.Equal(here, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static CultureInfo Culture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    static string[] Everything() =>
    [
        .. DeviceFiles.All.Select(file => DeviceCompiler.Emit(DeviceFiles.Device(file), new("Devices", "public"))),
        .. Directory.EnumerateFiles(CaseFile.Folder).Order()
            .SelectMany(path => DeviceCompiler.Parse("x", File.ReadAllText(path)).Findings).Select(finding => finding.ToString()),
        DeviceCompiler.Emit(Yaml.Device($"{Yaml.Head}  INITIAL_ID: {{ at: 0, fields: {{ INIT: 0, iRQ: 1 }} }}\n"), new("Devices", "public")),
    ];

    const string Sample = """
        reggen: 1
        device: Timer
        size: 4
        doc: |
          Counts
          down.
        registers:
          COUNT: { at: 0, width: 16, doc: Counter. }
          MODE: { at: 3, access: wo, fields: { Kind: { bits: 2..1, enum: { OneShot: 0, Rate: 1 }, neutral: 0 } } }

        """;
}
