using System.Diagnostics;
using Microsoft.CodeAnalysis;
using RegGen.Testing;

namespace RegGen.Scale;

/// <summary>A hundred descriptions in a project, one of them edited.</summary>
static class ManyFiles
{
    const int Files = 100, Registers = 50, Edited = 42, Edits = 5;

    /// <returns>Whether only the edited one was emitted again.</returns>
    public static bool Print()
    {
        DescriptionText[] files = [.. Enumerable.Range(0, Files).Select(i => File(i, Registers))];
        Compilation project = RegGenDriver.Project();
        GeneratorDriver driver = Timed(RegGenDriver.Create(files), project, out _);
        DescriptionText text = files[Edited];
        double least = double.MaxValue;
        for (int edit = 1; edit <= Edits; edit++)
        {
            DescriptionText edited = File(Edited, Registers + edit);
            driver = Timed(driver.ReplaceAdditionalText(text, edited), project, out double time);
            (text, least) = (edited, Math.Min(least, time));
        }

        Table.Print($"{Files} files of {Registers} registers, one edited: the generator's run", least, "ms", null);
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
