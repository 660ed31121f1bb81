using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;

namespace RegGen.Generators;

/// <summary>Findings of the compiler as diagnostics of Roslyn, at the place in the YAML file.</summary>
static class DiagnosticBridge
{
    static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = CompilerRules.Catalogue.ToDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(rule.Id, rule.Title, "{0}", "RegGen", SeverityOf(rule), !rule.IsLint, rule.Remedy, rule.Help));

    public static DiagnosticDescriptor Of(Rule rule) => Descriptors[rule.Id];

    public static Diagnostic ToDiagnostic(this Finding finding) => Diagnostic.Create(
        Descriptors[finding.Rule.Id],
        Locate(finding.File, finding.Span),
        finding.Related.Select(related => Locate(related.File, related.Span)),
        finding.Text);

    static Location Locate(string file, Span span) => Location.Create(file, default, new LinePositionSpan(
        new LinePosition(span.Line - 1, span.Column - 1), new LinePosition(span.EndLine - 1, span.EndColumn - 1)));

    static DiagnosticSeverity SeverityOf(Rule rule) => rule.Severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
