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
        rule => new DiagnosticDescriptor(rule.Id, rule.Title, "{0}", "RegGen", SeverityOf(rule), isEnabledByDefault: true, description: rule.Remedy));

    public static Diagnostic ToDiagnostic(this Finding finding)
    {
        var lines = new LinePositionSpan(
            new LinePosition(finding.Span.Line - 1, finding.Span.Column - 1), new LinePosition(finding.Span.EndLine - 1, finding.Span.EndColumn - 1));
        return Diagnostic.Create(Descriptors[finding.Rule.Id], Location.Create(finding.File, default, lines), finding.Text);
    }

    static DiagnosticSeverity SeverityOf(Rule rule) => rule.Severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
