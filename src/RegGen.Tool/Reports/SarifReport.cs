using System.Reflection;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Schema;

namespace RegGen.Tool.Reports;

/// <summary>SARIF 2.1.0, the OASIS format in which tools exchange findings.</summary>
static class SarifReport
{
    static readonly Rule[] s_rules = [.. CompilerRules.Catalogue.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static string Of(IReadOnlyList<Finding> findings) => Json.Map(
        ("$schema", Json.Of("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
        ("version", Json.Of("2.1.0")),
        ("runs", Json.List(Json.Map(
            ("tool", Json.Map(("driver", Json.Map(
                ("name", Json.Of("reggen")),
                ("semanticVersion", Json.Of(Version())),
                ("rules", Json.List(s_rules.Select(Descriptor))))))),
            ("columnKind", Json.Of("utf16CodeUnits")),
            ("results", Json.List(findings.Select(Result))))))).ToString();

    static Json Descriptor(Rule rule) => Json.Map(
        ("id", Json.Of(rule.Id)),
        ("shortDescription", Text($"{rule.Title}.")),
        ("help", Text(rule.Remedy)),
        ("defaultConfiguration", Json.Map(("enabled", Json.Of(!rule.IsLint)), ("level", Json.Of(Level(rule))))));

    static Json Result(Finding finding) => Json.Map(
    [
        ("ruleId", Json.Of(finding.Rule.Id)),
        ("ruleIndex", Json.Of(Array.FindIndex(s_rules, rule => rule.Id == finding.Rule.Id))),
        ("level", Json.Of(Level(finding.Rule))),
        ("message", Text(finding.Text)),
        ("locations", Json.List(Json.Map(Place(finding.File, finding.Span)))),
        .. finding.Related.Count == 0 ? Array.Empty<(string, Json)>() : [("relatedLocations", Json.List(finding.Related.Select(Location)))],
    ]);

    static Json Location(Related related, int index) =>
        Json.Map(("id", Json.Of(index)), Place(related.File, related.Span), ("message", Text(related.What)));

    static (string, Json) Place(string file, Span span) => ("physicalLocation", Json.Map(
        ("artifactLocation", Json.Map(("uri", Json.Of(Uri(file))))),
        ("region", Json.Map(
            ("startLine", Json.Of(span.Line)),
            ("startColumn", Json.Of(span.Column)),
            ("endLine", Json.Of(span.EndLine)),
            ("endColumn", Json.Of(span.EndColumn))))));

    static string Level(Rule rule) => rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    static Json Text(string text) => Json.Map(("text", Json.Of(text)));

    // Relative where the file is: viewers look it up under the folder that was checked.
    static string Uri(string file) => Path.IsPathRooted(file)
        ? new Uri(Path.GetFullPath(file)).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));

    static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
