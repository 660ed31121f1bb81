using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RegGen.Testing;

/// <summary>What a project file tells the generator.</summary>
public sealed record ProjectProperties
{
    /// <summary><c>RegGenNamespace</c>; null means that the project does not say.</summary>
    public string? Namespace { get; init; } = "Devices";

    /// <summary><c>RegGenAccessibility</c>: public or internal; null means that the project does not say.</summary>
    public string? Accessibility { get; init; }

    /// <summary><c>RootNamespace</c>; null means that the project has none.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>As Roslyn takes it, such as for <see cref="GeneratorDriver.WithUpdatedAnalyzerConfigOptions"/>.</summary>
    public AnalyzerConfigOptionsProvider Options => new Provider(this);

    string? Find(string key) => key switch
    {
        "build_property.RegGenNamespace" => Namespace,
        "build_property.RegGenAccessibility" => Accessibility,
        "build_property.RootNamespace" => RootNamespace,
        _ => null,
    };

    sealed class Provider(ProjectProperties properties) : AnalyzerConfigOptionsProvider
    {
        readonly Values _none = new(null);

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _none;
    }

    sealed class Values(ProjectProperties? properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => (value = properties?.Find(key)) is not null;
    }
}
