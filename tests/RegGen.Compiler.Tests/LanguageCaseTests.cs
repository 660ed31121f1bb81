using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Tests.Emit;
using RegGen.Testing;

namespace RegGen.Compiler.Tests;

/// <summary>Every item of the language is said, compiled, run on the simulator, and answered where it is said wrongly.</summary>
public sealed class LanguageCaseTests
{
    public static TheoryData<string> Names => [.. LanguageCase.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_description_is_sound(string name) =>
        Assert.Equal([], new LanguageCase(name).Parse().Findings.Where(finding => finding.Rule.Severity != Severity.Info).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_code_is_what_somebody_read_and_accepted(string name) =>
        Snapshot.VerifyAs(GeneratedCode.Emit(new LanguageCase(name).Parse()), $"Language/{name}", "cs");

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_code_and_the_driver_compile_without_warnings(string name) => Assert.Equal([], LanguageProgram.Complaints(new LanguageCase(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_driver_runs_and_compares_something(string name) => Assert.NotEqual(0, LanguageProgram.Run(new LanguageCase(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistakes_are_answered_as_somebody_read_and_accepted(string name)
    {
        LanguageCase wrong = new(name);
        Finding[] findings = [.. wrong.ParseWrong().Findings];

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Positions.AssertInside(wrong.Wrong, finding.Span));
        Assert.All(findings, finding => Assert.NotEqual(CompilerRules.Internal, finding.Rule));
        Snapshot.VerifyAs(string.Concat(findings.Select(finding => finding + "\n")), $"Language/{name}.wrong");
    }
}
