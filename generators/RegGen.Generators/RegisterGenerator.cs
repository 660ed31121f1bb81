using Microsoft.CodeAnalysis;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Generators;

/// <summary>
/// Compiles each <c>*.regs.yaml</c> of a project to a device class. One parse, two branches: models without positions lead to sources, so
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

        IncrementalValuesProvider<Parsed> parsed = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".regs.yaml", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancellation) => Parsed.From(file.Path, file.GetText(cancellation)?.ToString())).WithTrackingName(Steps.Read);

        IncrementalValuesProvider<DeviceFile> devices = parsed
            .SelectMany((file, _) => file.Device is { } device ? [new DeviceFile(file.Path, device)] : Array.Empty<DeviceFile>())
            .WithTrackingName(Steps.Bind);

        // Nearly always empty, and equal by value: one device's edit does not reach the others through it.
        IncrementalValueProvider<EquatableArray<Duplicate>> duplicates = devices.Collect()
            .Select((all, _) => Duplicate.Among(all)).WithTrackingName(Steps.Check);

        IncrementalValuesProvider<Emitted> emitted = devices.Combine(options).Combine(duplicates)
            .Where(each => each.Right.All(duplicate => duplicate.File != each.Left.Left.Path))
            .Select((each, _) => Emitted.From(each.Left.Left, each.Left.Right)).WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(emitted, static (output, emitted) => emitted.AddTo(output));
        context.RegisterSourceOutput(parsed.Combine(duplicates), static (output, each) =>
        {
            foreach (Finding finding in each.Left.FindingsWith(each.Right))
            {
                output.ReportDiagnostic(finding.ToDiagnostic());
            }
        });
    }
}
