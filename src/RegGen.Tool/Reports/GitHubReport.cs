using RegGen.Compiler.Diagnostics;

namespace RegGen.Tool.Reports;

/// <summary>Commands of a GitHub workflow: each finding becomes a remark at its line of the pull request.</summary>
static class GitHubReport
{
    public static string Of(IReadOnlyList<Finding> findings) => string.Concat(findings.Select(Command));

    static string Command(Finding finding)
    {
        Span span = finding.Span;
        string level = finding.Rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        string text = string.Join('\n', [finding.Text, .. finding.Related.Select(related => related.ToString())]);
        return $"::{level} file={Property(finding.File)},line={span.Line},col={span.Column},endLine={span.EndLine},endColumn={span.EndColumn},"
            + $"title={Property($"{finding.Rule.Id} {finding.Rule.Title}")}::{Data(text)}\n";
    }

    static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
