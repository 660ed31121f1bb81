using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Schema;

namespace RegGen.Tool.Reports;

/// <summary>A list of findings, for scripts.</summary>
static class JsonReport
{
    public static string Of(IReadOnlyList<Finding> findings) => Json.List(findings.Select(Finding)).ToString();

    static Json Finding(Finding finding) => Json.Map(
    [
        ("id", Json.Of(finding.Rule.Id)),
        ("severity", Json.Of(finding.Rule.Severity.ToString().ToLowerInvariant())),
        .. Place(finding.File, finding.Span),
        ("what", Json.Of(finding.What)),
        ("remedy", Json.Of(finding.Rule.Remedy)),
        ("related", Json.List(finding.Related.Select(related => Json.Map([.. Place(related.File, related.Span), ("what", Json.Of(related.What))])))),
    ]);

    static IEnumerable<(string, Json)> Place(string file, Span span) =>
    [
        ("file", Json.Of(file)),
        ("line", Json.Of(span.Line)),
        ("column", Json.Of(span.Column)),
        ("endLine", Json.Of(span.EndLine)),
        ("endColumn", Json.Of(span.EndColumn)),
    ];
}
