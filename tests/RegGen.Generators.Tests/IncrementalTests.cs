using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>What is done again after which edit: the table that keeps typing fast.</summary>
public sealed class IncrementalTests
{
    const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 0, doc: Counter. }\n";
    const string Clock = "reggen: 1\ndevice: Clock\nsize: 4\nregisters:\n  HOURS: 0\n";

    static readonly DescriptionText TimerFile = new("timer.regs.yaml", Timer), ClockFile = new("clock.regs.yaml", Clock);

    [Fact]
    public void The_first_run_does_every_step()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([TimerFile]));

        Assert.All(Steps.All, step => Assert.Equal([IncrementalStepRunReason.New], Reasons(driver, step)));
    }

    [Fact]
    public void An_edit_of_C_sharp_does_nothing_again()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([TimerFile, ClockFile]), "class A;");
        driver = Run(driver, "class A { int edited; }");

        Assert.All(Steps.All, step => Assert.All(Reasons(driver, step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(Outputs(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_added_to_a_description_emits_nothing_again()
    {
        GeneratorDriver driver = Edit(TimerFile, "# a remark\n\n" + Timer);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Read));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], Reasons(driver, Steps.Use));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Parse));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Bind));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Emit));
    }

    [Fact]
    public void A_value_changed_in_a_description_emits_that_file_alone()
    {
        GeneratorDriver driver = Edit(TimerFile, Timer.Replace("at: 0", "at: 1", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Bind));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(driver, Steps.Check));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(driver, Steps.Emit));
    }

    [Fact]
    public void A_changed_option_emits_all_without_reading_any_file_again()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([TimerFile, ClockFile]));
        driver = Run(driver.WithUpdatedAnalyzerConfigOptions(new ProjectProperties { Namespace = "Other" }.Options));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(driver, Steps.Options));
        Assert.All(Reasons(driver, Steps.Read), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(driver, Steps.Emit), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.All(RegGenDriver.Sources(driver), source => Assert.Contains("namespace Other;", source.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_option_that_says_the_same_emits_nothing_again()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([TimerFile]));
        driver = Run(driver.WithUpdatedAnalyzerConfigOptions(new ProjectProperties { RootNamespace = "Unused" }.Options));

        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(driver, Steps.Options));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(driver, Steps.Emit));
    }

    [Fact]
    public void One_edited_file_among_twenty_emits_its_own_output_alone()
    {
        DescriptionText[] files = [.. Enumerable.Range(0, 20).Select(i => Named(i, Timer))];
        GeneratorDriver driver = Run(RegGenDriver.Create(files));
        driver = Run(driver.ReplaceAdditionalText(files[7], Named(7, Timer.Replace("at: 0", "at: 2", StringComparison.Ordinal))));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(driver, Steps.Emit).Where(reason => reason != IncrementalStepRunReason.Cached));
        Assert.Equal(19, Reasons(driver, Steps.Emit).Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_file_with_an_error_leaves_the_others_alone()
    {
        GeneratorDriver driver = Edit(TimerFile, Timer + "  LATE: [\n");

        Assert.Equal("Clock.g.cs", Assert.Single(RegGenDriver.Sources(driver)).Name);
        Assert.Contains(IncrementalStepRunReason.Cached, Reasons(driver, Steps.Emit));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Reasons(driver, Steps.Emit));
    }

    static DescriptionText Named(int i, string text) => new($"t{i}.regs.yaml", text.Replace("Timer", $"Timer{i}", StringComparison.Ordinal));

    static GeneratorDriver Edit(DescriptionText before, string text) =>
        Run(Run(RegGenDriver.Create([TimerFile, ClockFile])).ReplaceAdditionalText(before, new DescriptionText(before.Path, text)));

    static GeneratorDriver Run(GeneratorDriver driver, string source = "") =>
        driver.RunGenerators(RegGenDriver.Project(source), TestContext.Current.CancellationToken);

    static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) => Of(driver.GetRunResult().Results[0].TrackedSteps[step]);

    static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedOutputSteps.Values.SelectMany(Of);

    static IEnumerable<IncrementalStepRunReason> Of(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);
}
