using Microsoft.CodeAnalysis;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;

namespace RegGen.Generators;

/// <summary>
/// Compiles each <c>*.regs.yaml</c> of a project to a device class, or to the types of a library. One parse, two branches: models without positions lead to sources, so
/// that a moved comment emits nothing again; findings with positions lead to diagnostics.
/// </summary>
[Generator]
public sealed class RegisterGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectOptions> options = context.AnalyzerConfigOptionsProvider
            .Select((provider, _) => ProjectOptions.Read(provider.GlobalOptions)).WithTrackingName(Steps.Options);

        IncrementalValuesProvider<FileRead> read = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".regs.yaml", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => FileRead.From(file.Path, file.GetText(cancellation)?.ToString())).WithTrackingName(Steps.Read);

        // Each file with those that it reaches: equal again after an edit of any other.
        IncrementalValuesProvider<SourceFile> files = read.SelectMany((each, _) => each.File is { } file ? [file] : Array.Empty<SourceFile>());
        IncrementalValuesProvider<SourceFiles> together = files.Combine(files.Collect().Select((all, _) => SourceFiles.ByPath(all)))
            .Select((each, _) => SourceFiles.Of(each.Left, each.Right)).WithTrackingName(Steps.Use);

        IncrementalValuesProvider<Parsed> parsed = together.Select((each, _) => Parsed.From(each)).WithTrackingName(Steps.Parse);

        IncrementalValuesProvider<DescribedFile> devices = parsed
            .SelectMany((file, _) => file.Content is { } content ? [new DescribedFile(file.Path, content)] : Array.Empty<DescribedFile>())
            .WithTrackingName(Steps.Bind);

        // Nearly always empty, and equal by value: one device's edit does not reach the others through it.
        IncrementalValueProvider<EquatableArray<Duplicate>> duplicates = devices.Collect()
            .Select((all, _) => Duplicate.Among(all)).WithTrackingName(Steps.Check);

        // Nearly always empty too.
        IncrementalValueProvider<EquatableArray<HiddenName>> hidden = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => HiddenName.MayBe(node), (found, _) => HiddenName.From(found)).Collect().Combine(options)
            .Select((all, _) => all.Left.OfType<HiddenName>().Where(name => name.Space == all.Right.Namespace).Distinct().ToEquatable());

        IncrementalValuesProvider<Emitted> emitted = devices.Combine(options).Combine(duplicates)
            .Where(each => each.Right.All(duplicate => duplicate.File != each.Left.Left.Path)).Combine(hidden)
            .Select((each, _) => Emitted.From(each.Left.Left.Left, each.Left.Left.Right, each.Right)).WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(emitted, static (output, emitted) => emitted.AddTo(output));
        context.RegisterSourceOutput(read.Where(each => each.Failure is not null), static (output, each) => output.ReportDiagnostic(each.Failure!.ToDiagnostic()));
        context.RegisterSourceOutput(parsed.Combine(duplicates), static (output, each) =>
        {
            foreach (Finding finding in each.Left.FindingsWith(each.Right))
            {
                output.ReportDiagnostic(finding.ToDiagnostic());
            }
        });
    }
}
