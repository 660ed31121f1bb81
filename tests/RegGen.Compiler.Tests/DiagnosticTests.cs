using RegGen.Compiler.Diagnostics;
using RegGen.Testing;

namespace RegGen.Compiler.Tests;

/// <summary>
/// Every id of the catalogue has a failing and a passing example in <c>Cases/</c>, and its message is a snapshot beside them. A new rule
/// begins with its two examples; the passing one is the failing one, mended as the message says.
/// </summary>
public sealed class DiagnosticTests
{
    // Not found in a single text; each has a test of its own below or beside the shell that reports it.
    static readonly string[] Elsewhere = ["RG0007", "RG3001", "RG3002", "RG3003", "RG5001"];

    public static TheoryData<string> Ids => [.. CompilerRules.Catalogue.Select(rule => rule.Id).Except(Elsewhere)];

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(CaseFile.Folder, "*.fail.regs.yaml")
        .Select(path => Path.GetFileName(path).Replace(".fail.regs.yaml", "", StringComparison.Ordinal)).Order()];

    [Fact]
    public void No_two_rules_have_one_id() =>
        Assert.Equal(CompilerRules.Catalogue.Count, CompilerRules.Catalogue.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void Every_rule_says_in_a_sentence_how_to_mend_it() =>
        Assert.All(CompilerRules.Catalogue, rule => Assert.Matches("^[A-Z].*\\.$", rule.Remedy));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_an_example_that_fails_by_it_first(string id) =>
        Assert.Equal(id, All(CaseFile.Parse($"{id}.fail"), id) is [var first, ..] ? first.Rule.Id : "no finding");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_an_example_that_passes_without_any_finding(string id) =>
        Assert.Equal([], All(CaseFile.Parse($"{id}.pass"), id).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_failing_example_says_where_what_is_wrong_and_how_to_mend_it(string name) =>
        Snapshot.VerifyAs(string.Concat(All(CaseFile.Parse($"{name}.fail"), name).Select(finding => finding + "\n")), $"Cases/{name}.fail");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_finding_stands_inside_the_file(string name) =>
        Assert.All(All(CaseFile.Parse($"{name}.fail"), name), finding =>
        {
            Positions.AssertInside(CaseFile.Read($"{name}.fail"), finding.Span);
            Assert.All(finding.Related, related =>
                Positions.AssertInside(CaseFile.Read(related.File.Replace(".regs.yaml", "", StringComparison.Ordinal)), related.Span));
        });

    [Fact]
    public void All_errors_of_a_file_come_in_one_run_in_the_order_of_the_file()
    {
        Finding[] findings = [.. CaseFile.Parse("Several.fail").Findings];

        Assert.Equal(
            ["RG1001", "RG1005", "RG1007", "RG2005", "RG2001", "RG1014", "RG1013", "RG0002"],
            findings.Select(finding => finding.Rule.Id));
        Assert.Equal(findings.OrderBy(finding => finding.Span.Line), findings);
    }

    [Fact]
    public void A_device_with_an_error_is_not_handed_on() => Assert.Null(CaseFile.Parse("Several.fail").Device);

    [Fact]
    public void A_device_with_a_remark_only_is_handed_on() => Assert.NotNull(CaseFile.Parse("RG2018.fail").Device);

    [Fact]
    public void Two_devices_that_come_to_one_class_are_reported_at_the_later_file()
    {
        Description first = Yaml.Parse("reggen: 1\ndevice: Timer\nsize: 1\nregisters: { COUNT: 0 }\n", "a/timer.regs.yaml");
        Description later = Yaml.Parse("reggen: 1\ndevice: TIMER\nsize: 1\nregisters: { COUNT: 0 }\n", "b/timer.regs.yaml");

        var duplicate = Assert.Single(DeviceCompiler.Duplicates([("b/timer.regs.yaml", later.Content!), ("a/timer.regs.yaml", first.Content!)]));
        Finding finding = DeviceCompiler.DuplicateFinding(duplicate.File, later.NamedAt, duplicate.Name, duplicate.First);

        Assert.Equal(
            "b/timer.regs.yaml(2,9): error RG3001: The C# name Timer is made from timer.regs.yaml too. Rename one of the two, or give one another C# name by 'name:'.",
            finding.ToString());
    }

    [Fact]
    public void A_defect_of_the_compiler_is_a_finding_and_no_exception() =>
        Assert.Equal("RG3003", Assert.Single(DeviceCompiler.Parse("x.regs.yaml", null!).Findings).Rule.Id);

    [Theory]
    [MemberData(nameof(Devices))]
    public void Nothing_is_left_to_say_about_the_descriptions_of_the_repository_but_what_their_datasheets_leave_open(string file) =>
        Assert.Equal([], Yaml.Parse(DeviceFiles.Read(file)).Lints.Where(lint => lint.Rule.Id != "RG4004").Select(lint => lint.ToString()));

    public static TheoryData<string> Devices => [.. DeviceFiles.All];

    // Lints are looked at in their own examples only.
    static IReadOnlyList<Finding> All(Description description, string id) =>
        [.. description.Findings.Concat(description.Lints.Where(lint => lint.Rule.Id == id))];
}
