using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Diagnostics;

/// <summary>Collects the findings of one file, and knows where each part of the model was written.</summary>
sealed class Reporter(string file)
{
    readonly List<Finding> _findings = [];
    readonly Dictionary<string, Span> _places = new(StringComparer.Ordinal);

    readonly HashSet<string> _spoiled = new(StringComparer.Ordinal);

    /// <summary>The findings in the order of the file.</summary>
    public IEnumerable<Finding> Findings => _findings
        .OrderBy(finding => finding.Span.Line).ThenBy(finding => finding.Span.Column).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);

    public bool HasErrors => _findings.Any(finding => finding.IsError);

    /// <summary>Marks a part of the model as not understood, so that no check draws conclusions from it.</summary>
    public void Spoil(string path) => _spoiled.Add(path);

    /// <summary>Whether a part of the model and all below it was understood.</summary>
    public bool IsSound(string path) => !_spoiled.Any(spoiled => spoiled == path || spoiled.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Remembers where a part of the model was written.</summary>
    public void Place(string path, Node node) => _places[path] = node.Span;

    /// <summary>Reports at a node of the text.</summary>
    public void Report(Rule rule, Node node, string what) => Report(rule, node.Span, what);

    public void Report(Rule rule, Span span, string what) => _findings.Add(new Finding(rule, file, span, what));

    /// <summary>Reports at a part of the model, such as <c>registers/LCR/reset</c>; where that is only implied, at what it belongs to.</summary>
    public void Report(Rule rule, string path, string what) => Report(rule, Find(path), what);

    /// <summary><c>line 12</c>, for messages that name a second place.</summary>
    public string LineOf(string path) => $"line {Find(path).Line}";

    /// <summary>Where a part of the model was written, or what it belongs to.</summary>
    public Span Find(string path)
    {
        while (true)
        {
            if (_places.TryGetValue(path, out Span span))
            {
                return span;
            }

            int slash = path.LastIndexOf('/');
            if (slash < 0)
            {
                return Span.Start;
            }

            path = path.Substring(0, slash);
        }
    }
}
