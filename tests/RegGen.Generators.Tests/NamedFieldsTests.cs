using System.Collections.Immutable;
using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>Fields are named where they are given: a position changes its meaning when the description grows.</summary>
public sealed class NamedFieldsTests
{
    const string Timer = """
        reggen: 1
        device: Timer
        size: 4
        registers:
          CONTROL: { at: 0, reset: 0, fields: { Start: 0, Mode: 3..1 } }
          STATUS: { at: 1, access: ro, fields: { Busy: 0 } }
          COUNT: 2
          LIMIT: { at: 3, danger: Stops the machine., fields: { Low: 3..0 } }
        """;

    [Theory]
    [InlineData("timer.Control.Write(true)", "0:Write takes 'true' as the field start by its position alone; write 'start: true'.")]
    [InlineData("timer.Control.Modify(start: true, 3)", "0:Modify takes '3' as the field mode by its position alone; write 'mode: 3'.")]
    [InlineData("timer.Status.WaitUntil(TimeSpan.Zero, true)", "0:WaitUntil takes 'true' as the field busy by its position alone; write 'busy: true'.")]
    [InlineData("timer.Limit.Write(Danger.Accepted, 3)", "0:Write takes '3' as the field low by its position alone; write 'low: 3'.")]
    [InlineData("TimerFields.Write(timer.Control, true)", "0:Write takes 'true' as the field start by its position alone; write 'start: true'.")]
    public void A_field_by_position_is_an_error(string call, string said) =>
        Assert.Equal([said], Complaints(call).Select(each => $"0:{each.GetMessage(CultureInfo.InvariantCulture)}"));

    [Theory]
    [InlineData("timer.Control.Write(start: true, mode: 3)")]
    [InlineData("timer.Control.Modify(mode: 3)")]
    [InlineData("timer.Status.WaitUntil(TimeSpan.Zero, busy: true)")]
    [InlineData("timer.Status.TryWaitUntil(timeout: TimeSpan.Zero, busy: true)")]
    [InlineData("timer.Control.Write(new Timer.ControlValue(3))")]
    [InlineData("timer.Count.Write(3)")]
    [InlineData("timer.Limit.Write(Danger.Accepted, low: 3)")]
    [InlineData("Other.OtherFields.Write(timer.Count.ToString()!, true)")]
    public void Named_fields_and_other_calls_are_left_alone(string call) => Assert.Empty(Complaints(call));

    [Fact]
    public void Each_field_is_said_at_its_own_place()
    {
        Diagnostic[] said = [.. Complaints("timer.Control.Write(true, 3)")];

        Assert.Equal(["true", "3"], said.Select(each => each.Location.SourceTree!.GetText().ToString(each.Location.SourceSpan)));
        Assert.All(said, each => Assert.Equal(("RG5001", DiagnosticSeverity.Error), (each.Id, each.Severity)));
    }

    static ImmutableArray<Diagnostic> Complaints(string call)
    {
        string code = RegGenDriver.Sources(RegGenDriver.Run([new DescriptionText("timer.regs.yaml", Timer)])).Single().Text;
        CSharpCompilation project = CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(code, path: "Timer.g.cs"), CSharpSyntaxTree.ParseText($$"""
                using System;
                using Devices;
                using RegGen;
                static class Program { static void Main(Timer timer) => {{call}}; }
                namespace Other { static class OtherFields { public static void Write(this string text, bool loud) { } } }
                """)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(PortBus).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(project.GetDiagnostics().Where(said => said.Severity == DiagnosticSeverity.Error));
        return project.WithAnalyzers(RegGenDriver.Analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }
}
