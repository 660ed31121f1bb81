using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>Findings arrive as diagnostics at their place in the YAML file, and nothing makes the generator throw.</summary>
public sealed class DiagnosticTests
{
    const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 0 }\n";

    [Fact]
    public void An_error_stands_at_its_place_in_the_file()
    {
        Diagnostic error = Assert.Single(Run(("a/timer.regs.yaml", Timer.Replace("at: 0", "at: 4", StringComparison.Ordinal))));

        Assert.Equal(("RG2004", DiagnosticSeverity.Error), (error.Id, error.Severity));
        // Roslyn counts from 0: line 5, column 16 in the text.
        Assert.Equal(("a/timer.regs.yaml", 4, 15, 16), error.Location.GetLineSpan() is var span
            ? (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Character)
            : default);
        Assert.StartsWith("COUNT covers ports 0x4 to 0x4", error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_remark_is_an_info_and_the_code_is_generated()
    {
        GeneratorDriver driver = RegGenDriver.Run([new DescriptionText("t.regs.yaml", Timer.Replace("at: 0", "at: 0, fields: { Reset: 0 }", StringComparison.Ordinal))]);

        Assert.Equal(("RG2018", DiagnosticSeverity.Info), Assert.Single(driver.GetRunResult().Diagnostics) is var said ? (said.Id, said.Severity) : default);
        Assert.Single(RegGenDriver.Sources(driver));
    }

    [Fact]
    public void All_errors_of_all_files_come_in_one_run() => Assert.Equal(
        ["RG1001", "RG2004", "RG0001"],
        Run(("a.regs.yaml", Timer.Replace("at: 0", "at: 9, widht: 8", StringComparison.Ordinal) + "  LATE: 4\n"), ("b.regs.yaml", "a: [")).Select(error => error.Id));

    [Fact]
    public void A_device_described_twice_is_generated_once_and_reported_at_the_later_file()
    {
        GeneratorDriver driver = RegGenDriver.Run(
            [new DescriptionText("b.regs.yaml", Timer), new DescriptionText("a.regs.yaml", Timer.Replace("Timer", "TIMER", StringComparison.Ordinal))]);

        Diagnostic error = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal(("RG3001", "b.regs.yaml", 1, 8), (error.Id, error.Location.GetLineSpan().Path,
            error.Location.GetLineSpan().StartLinePosition.Line, error.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Equal("TIMER.g.cs", Assert.Single(RegGenDriver.Sources(driver)).Name);
    }

    [Fact]
    public void A_listed_file_that_cannot_be_read_is_an_error()
    {
        Diagnostic error = Assert.Single(RegGenDriver.Run([new DescriptionText("gone.regs.yaml", null)]).GetRunResult().Diagnostics);

        Assert.Equal(("RG3002", "gone.regs.yaml"), (error.Id, error.Location.GetLineSpan().Path));
    }

    [Fact]
    public void Other_files_of_the_project_are_left_alone()
    {
        GeneratorDriver driver = RegGenDriver.Run([new DescriptionText("timer.yaml", "a: ["), new DescriptionText("regs.yaml.txt", "a: [")]);

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Empty(RegGenDriver.Sources(driver));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("a: [1, 2\nb: 3")]
    [InlineData("? ? ? :")]
    [InlineData("registers: { A: { fields: { B: { enum: { C: [] } } } } }")]
    [InlineData("reggen: 1\ndevice: T\nsize: 1\nregisters: { A: { at: 0, when: A == 1 } }\nwindows: { W: { index: A, data: A, registers: { A: { at: 0, when: W.A == 1 } } } }")]
    [InlineData("reggen: 1\ndevice: T\nsize: 65536\nbases: { A: 0xFFFF }\nregisters: { A: { at: 0xFFFF, width: 32, reset: 0xFFFFFFFF } }")]
    public void Garbage_is_answered_by_diagnostics_and_never_by_an_exception(string text)
    {
        GeneratorRunResult result = RegGenDriver.Run([new DescriptionText("x.regs.yaml", text)]).GetRunResult().Results[0];

        Assert.Null(result.Exception);
        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, error => Assert.True(error.Id.StartsWith("RG", StringComparison.Ordinal) && error.Id != "RG3003", error.ToString()));
    }

    [Fact]
    public void Random_bytes_are_never_answered_by_an_exception()
    {
        var random = new Random(20);
        for (int i = 0; i < 300; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(i % 3 == 0 ? 0x10000 : 128))]);
            GeneratorRunResult result = RegGenDriver.Run([new DescriptionText("x.regs.yaml", text)]).GetRunResult().Results[0];

            Assert.Null(result.Exception);
            Assert.All(result.Diagnostics, error => Assert.NotEqual("RG3003", error.Id));
        }
    }

    [Theory]
    [InlineData("Acme.Drivers", "Root", "Acme.Drivers")]
    [InlineData(null, "Root.Name", "Root.Name")]
    [InlineData(null, "1 Bad-Name", "_1_Bad_Name")]
    [InlineData(" ", null, "Devices")]
    [InlineData(null, null, "Devices")]
    public void The_namespace_is_the_project_s(string? own, string? root, string expected)
    {
        GeneratorDriver driver = RegGenDriver.Run([new DescriptionText("t.regs.yaml", Timer)], new ProjectProperties { Namespace = own, RootNamespace = root });

        Assert.Contains($"namespace {expected};\n", RegGenDriver.Sources(driver).Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "internal")]
    [InlineData("public", "public")]
    [InlineData("Public", "public")]
    [InlineData("private", "internal")]
    public void Classes_are_internal_unless_the_project_makes_them_public(string? property, string expected)
    {
        GeneratorDriver driver = RegGenDriver.Run([new DescriptionText("t.regs.yaml", Timer)], new ProjectProperties { Accessibility = property });

        Assert.Contains($"\n{expected} sealed partial class Timer : PortDevice, IMappedDevice\n", RegGenDriver.Sources(driver).Single().Text, StringComparison.Ordinal);
    }

    static ImmutableArray<Diagnostic> Run(params (string Path, string Text)[] files) =>
        RegGenDriver.Run(files.Select(file => new DescriptionText(file.Path, file.Text))).GetRunResult().Diagnostics;
}
