using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RegGen.Generators;

namespace RegGen.Testing;

/// <summary>Runs the source generator in a test, without a build.</summary>
/// <remarks>
/// The answer is Roslyn's own <see cref="GeneratorDriver"/>: <see cref="Snapshot.Verify(GeneratorDriver, string?, string, string)"/>
/// compares it with files beside the test, and so does the package Verify.SourceGenerators. Steps are tracked.
/// <example>
/// <code>
/// [Fact]
/// public void Generates_the_driver_interface() => Snapshot.Verify(RegGenDriver.Run("timer.regs.yaml"));
/// </code>
/// </example>
/// </remarks>
public static class RegGenDriver
{
    /// <summary>Runs the generator on descriptions that lie beside the test program.</summary>
    /// <param name="descriptionFiles">The files, relative to the program or absolute.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static GeneratorDriver Run(params string[] descriptionFiles)
    {
        ArgumentNullException.ThrowIfNull(descriptionFiles);
        return Run(descriptionFiles.Select(DescriptionText.Load));
    }

    /// <summary>Runs the generator on texts.</summary>
    /// <param name="descriptions">The descriptions.</param>
    /// <param name="properties">What the project file says; null means the defaults of <see cref="ProjectProperties"/>.</param>
    public static GeneratorDriver Run(IEnumerable<AdditionalText> descriptions, ProjectProperties? properties = null) =>
        Create(descriptions, properties).RunGenerators(Project());

    /// <summary>The generator before its first run, for tests of what is done again after which edit.</summary>
    /// <param name="descriptions">The descriptions.</param>
    /// <param name="properties">What the project file says; null means the defaults of <see cref="ProjectProperties"/>.</param>
    public static GeneratorDriver Create(IEnumerable<AdditionalText> descriptions, ProjectProperties? properties = null)
    {
        ArgumentNullException.ThrowIfNull(descriptions);
        return CSharpGeneratorDriver.Create(
            [new RegisterGenerator().AsSourceGenerator()],
            descriptions,
            CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview),
            (properties ?? new ProjectProperties()).Options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>The analyzers that come with the generator, for tests of code that uses a device.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => [new NamedFieldsAnalyzer()];

    /// <summary>A project to run the generator in.</summary>
    /// <param name="sources">Its C# files.</param>
    /// <returns>A compilation without references: the generator needs none, and adds no check of the C#.</returns>
    public static Compilation Project(params string[] sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return CSharpCompilation.Create("Project", sources.Select(source => CSharpSyntaxTree.ParseText(source)).ToImmutableArray());
    }

    /// <summary>What a driver generated: file name and text, in the order of the names.</summary>
    /// <param name="driver">A driver that has run.</param>
    public static IReadOnlyList<(string Name, string Text)> Sources(GeneratorDriver driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        return [.. driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)
            .Select(source => (source.HintName, source.SourceText.ToString()))
            .OrderBy(source => source.HintName, StringComparer.Ordinal)];
    }
}
