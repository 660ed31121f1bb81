using System.Diagnostics;
using Microsoft.CodeAnalysis;
using RegGen.Testing;

namespace RegGen.Scale;

/// <summary>A hundred descriptions in a project, one of them edited.</summary>
static class ManyFiles
{
    const int Files = 100, Registers = 50, Edited = 42;

    /// <returns>Whether only the edited one was emitted again.</returns>
    public static bool Print()
    {
        DescriptionText[] files = [.. Enumerable.Range(0, Files).Select(i => File(i, Registers))];
        Compilation project = RegGenDriver.Project();
        GeneratorDriver driver = Timed(RegGenDriver.Create(files), project, out _);
        driver = Timed(driver.ReplaceAdditionalText(files[Edited], File(Edited, Registers + 1)), project, out _);
        driver = Timed(driver.ReplaceAdditionalText(files[Edited], files[Edited]), project, out double first);
        driver = Timed(driver.ReplaceAdditionalText(files[Edited], File(Edited, Registers + 2)), project, out double again);
        driver.GetRunResult();
        Table.Print($"{Files} files of {Registers} registers, one edited: the generator's run", Math.Min(first, again), "ms", null);
        return Table.Count("  outputs emitted again", Emitted(driver), "", 1);
    }

    static DescriptionText File(int i, int registers) => new($"device{i}.regs.yaml", Synthetic.Description(registers, $"Device{i}"));

    static GeneratorDriver Timed(GeneratorDriver driver, Compilation project, out double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratorDriver ran = driver.RunGenerators(project);
        milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return ran;
    }

    static int Emitted(GeneratorDriver driver) => driver.GetRunResult().Results[0].TrackedOutputSteps.Values
        .SelectMany(steps => steps).SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
