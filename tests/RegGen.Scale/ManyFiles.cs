using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
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
        int emitted = 0;
        for (int edit = 1; edit <= Edits; edit++)
        {
            DescriptionText edited = File(Edited, Registers + edit);
            SourceText[] before = [.. Texts(driver)];
            driver = Timed(driver.ReplaceAdditionalText(text, edited), project, out double time);
            (text, least, emitted) = (edited, Math.Min(least, time), Texts(driver).Count(after => !before.Any(known => ReferenceEquals(known, after))));
        }

        Table.Print($"{Files} files of {Registers} registers, one edited: the generator's run", least, "ms", null);
        return Table.Count("  C# files emitted again", emitted, "", 1);
    }

    static IEnumerable<SourceText> Texts(GeneratorDriver driver) => driver.GetRunResult().Results[0].GeneratedSources.Select(source => source.SourceText);

    static DescriptionText File(int i, int registers) => new($"device{i}.regs.yaml", Synthetic.Description(registers, $"Device{i}"));

    static GeneratorDriver Timed(GeneratorDriver driver, Compilation project, out double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratorDriver ran = driver.RunGenerators(project);
        milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return ran;
    }
}
