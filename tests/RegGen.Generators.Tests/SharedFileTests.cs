using Microsoft.CodeAnalysis;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>Files that use each other: an edit emits exactly what depends on it, and what is wrong is said once.</summary>
public sealed class SharedFileTests
{
    const string Modes = "reggen: 1\nlibrary: Modes\nenums: { Mode: { Off: 0, On: 1 } }\n";
    const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nuse: ../shared/modes.regs.yaml\nregisters:\n  CONTROL: { at: 0, reset: 0, fields: { Mode: 0 rw Mode } }\n";
    const string Fast = "reggen: 1\ndevice: Fast\nextends: timer.regs.yaml\nregisters: { SPEED: 1 }\n";
    const string Clock = "reggen: 1\ndevice: Clock\nsize: 4\nregisters: { HOURS: 0 }\n";

    static readonly Dictionary<string, DescriptionText> s_files = new()
    {
        ["modes"] = new("/p/shared/modes.regs.yaml", Modes), ["timer"] = new("/p/a/timer.regs.yaml", Timer),
        ["fast"] = new("/p/a/fast.regs.yaml", Fast), ["clock"] = new("/p/a/clock.regs.yaml", Clock),
    };

    [Fact]
    public void Each_file_makes_its_own_types_and_the_shared_ones_stand_once()
    {
        IReadOnlyList<(string Name, string Text)> sources = RegGenDriver.Sources(Run(RegGenDriver.Create(s_files.Values)));

        Assert.Equal(["Clock.g.cs", "Fast.g.cs", "Modes.g.cs", "Timer.g.cs"], sources.Select(source => source.Name));
        Assert.Equal("Modes.g.cs", Assert.Single(sources, source => source.Text.Contains("enum Mode ", StringComparison.Ordinal)).Name);
    }

    [Theory]
    [InlineData("modes", "Off: 0", "None: 0", "Modes")]
    [InlineData("modes", "enums:", "# a remark\nenums:", "")]
    [InlineData("modes", "library: Modes", "library: Modes\ndoc: Modes.", "")]
    [InlineData("timer", "CONTROL", "COMMAND", "Fast, Timer")]
    [InlineData("timer", "registers:", "# a remark\nregisters:", "")]
    [InlineData("timer", "size: 4", "size:  4", "")]
    [InlineData("fast", "SPEED: 1", "SPEED: 2", "Fast")]
    [InlineData("clock", "HOURS: 0", "HOURS: 1", "Clock")]
    public void An_edit_emits_what_depends_on_it_and_nothing_else(string file, string before, string after, string emitted)
    {
        DescriptionText old = s_files[file];
        string text = old.GetText(TestContext.Current.CancellationToken)!.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        GeneratorDriver driver = Run(RegGenDriver.Create(s_files.Values));

        driver = Run(driver.ReplaceAdditionalText(old, new DescriptionText(old.Path, text.Replace(before, after, StringComparison.Ordinal))));

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.Equal(emitted, string.Join(", ", driver.GetRunResult().Results[0].TrackedSteps[Steps.Emit].SelectMany(step => step.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => HintName(output.Value).Split('.')[0]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void An_edit_of_one_file_leaves_those_that_do_not_reach_it_unparsed()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create(s_files.Values));
        driver = Run(driver.ReplaceAdditionalText(s_files["timer"], new DescriptionText(s_files["timer"].Path, Timer + "# a remark\n")));

        Assert.Equal(2, driver.GetRunResult().Results[0].TrackedSteps[Steps.Parse].SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_error_is_said_once_where_it_is_and_noted_where_the_file_is_used()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create(
            s_files.Values.Except([s_files["modes"]]).Append(new DescriptionText("/p/shared/modes.regs.yaml", Modes.Replace("On: 1", "On: one", StringComparison.Ordinal)))));

        Assert.Equal(
            ["RG3104 /p/a/fast.regs.yaml 3", "RG3104 /p/a/timer.regs.yaml 4", "RG1004 /p/shared/modes.regs.yaml 3"],
            Said(driver).Order(StringComparer.Ordinal).OrderBy(said => said.Split(' ')[1], StringComparer.Ordinal));
        Assert.Equal("Clock.g.cs", Assert.Single(RegGenDriver.Sources(driver)).Name);
    }

    [Fact]
    public void A_file_that_appears_ends_the_message_that_missed_it()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([s_files["timer"], s_files["clock"]]));
        Assert.Equal(["RG3101 /p/a/timer.regs.yaml 4"], Said(driver));

        driver = Run(driver.AddAdditionalTexts([s_files["modes"]]));
        Assert.Empty(Said(driver));
        Assert.Equal(3, RegGenDriver.Sources(driver).Count);
    }

    [Theory]
    [InlineData("reggen: 1\ndevice: TimerFields\nsize: 1\nregisters: { A: 0 }\n", "TimerFields")]
    [InlineData("reggen: 1\ndevice: TIMER\nsize: 1\nregisters: { A: 0 }\n", "Timer")]
    [InlineData("reggen: 1\ndevice: Mode\nsize: 1\nregisters: { A: 0 }\n", "Mode")]
    [InlineData("reggen: 1\nlibrary: Others\nenums: { Mode: { A: 0 } }\n", "Mode")]
    [InlineData("reggen: 1\nlibrary: TIMER\nenums: { Kind: { A: 0 } }\n", "TIMER")]
    public void A_type_that_another_file_makes_is_an_error_of_the_later_file(string text, string name)
    {
        GeneratorDriver driver = Run(RegGenDriver.Create([s_files["modes"], s_files["timer"], new DescriptionText("/p/z/z.regs.yaml", text)]));

        Diagnostic error = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal(("RG3001", "/p/z/z.regs.yaml"), (error.Id, error.Location.GetLineSpan().Path));
        Assert.Contains($"The C# name {name} is made from ", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(2, RegGenDriver.Sources(driver).Count);
    }

    [Fact]
    public void A_name_of_its_own_ends_the_collision()
    {
        GeneratorDriver driver = Run(RegGenDriver.Create(
            [s_files["modes"], s_files["timer"], new DescriptionText("/p/z/z.regs.yaml", "reggen: 1\ndevice: TimerFields\nname: TimerOfFields\nsize: 1\nregisters: { A: 0 }\n")]));

        Assert.Empty(Said(driver));
        Assert.Equal(3, RegGenDriver.Sources(driver).Count);
    }

    // The generator's own types cannot be named here.
    static string HintName(object emitted) => (string)emitted.GetType().GetProperty("HintName")!.GetValue(emitted)!;

    static string[] Said(GeneratorDriver driver) => [.. driver.GetRunResult().Diagnostics.Select(said =>
        $"{said.Id} {said.Location.GetLineSpan().Path} {said.Location.GetLineSpan().StartLinePosition.Line + 1}")];

    static GeneratorDriver Run(GeneratorDriver driver) => driver.RunGenerators(RegGenDriver.Project(""), TestContext.Current.CancellationToken);
}
