using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>A project decides how much a finding weighs that is no error, and switches lints on. Both places of a conflict are known to the editor.</summary>
public sealed class SeverityTests
{
    const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 0 }\n";

    static readonly string Renamed = Timer.Replace("at: 0", "at: 0, fields: { Reset: 0 }", StringComparison.Ordinal);

    [Fact]
    public void Lints_are_silent_until_they_are_switched_on() => Assert.Empty(Reported(Timer));

    [Theory]
    [InlineData("RG4001")]
    [InlineData("RG4002")]
    [InlineData("RG4006")]
    public void A_lint_that_is_switched_on_is_reported(string id) =>
        Assert.Equal([(id, DiagnosticSeverity.Warning)], Reported(Timer, (id, ReportDiagnostic.Warn)).Select(said => (said.Id, said.Severity)));

    [Fact]
    public void A_remark_can_be_made_an_error_or_be_silenced()
    {
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(Reported(Renamed)).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Reported(Renamed, ("RG2018", ReportDiagnostic.Error))).Severity);
        Assert.Empty(Reported(Renamed, ("RG2018", ReportDiagnostic.Suppress)));
    }

    [Fact]
    public void The_first_of_two_places_is_an_additional_location()
    {
        Diagnostic error = Assert.Single(Reported(Timer + "  MODE: 0\n"));

        Assert.Equal(("RG2003", 5), (error.Id, error.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(("t.regs.yaml", 4), Assert.Single(error.AdditionalLocations).GetLineSpan() is var other ? (other.Path, other.StartLinePosition.Line) : default);
    }

    [Fact]
    public void A_message_links_to_its_explanation() =>
        Assert.Equal("devices/MESSAGES.md#rg2003", Assert.Single(Reported(Timer + "  MODE: 0\n")).Descriptor.HelpLinkUri);

    static ImmutableArray<Diagnostic> Reported(string description, params (string Id, ReportDiagnostic As)[] severities)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: severities.Select(each => KeyValuePair.Create(each.Id, each.As)));
        RegGenDriver.Create([new DescriptionText("t.regs.yaml", description)])
            .RunGeneratorsAndUpdateCompilation(RegGenDriver.Project().WithOptions(options), out _, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);
        return reported;
    }
}
