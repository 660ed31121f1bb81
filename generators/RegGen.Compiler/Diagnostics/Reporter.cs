using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Diagnostics;

/// <summary>Collects the findings of one file, and knows where each part of the model was written.</summary>
sealed class Reporter(string file, string? text = null)
{
    readonly List<Finding> _findings = [];
    readonly Dictionary<string, Span> _places = new(StringComparer.Ordinal);

    readonly HashSet<string> _spoiled = new(StringComparer.Ordinal);

    // The spoiled parts and all that they belong to.
    readonly HashSet<string> _unsound = new(StringComparer.Ordinal);

    readonly Lazy<string[]> _lines = new(() => (text ?? "").TrimStart('\uFEFF').Replace("\r\n", "\n").Split(['\n', '\r', '\u0085', '\u2028', '\u2029']));

    /// <summary>The findings in the order of the file.</summary>
    public IEnumerable<Finding> Findings => _findings
        .OrderBy(finding => finding.Span.Line).ThenBy(finding => finding.Span.Column).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);

    public bool HasErrors => _findings.Any(finding => finding.IsError);

    /// <summary>Marks a part of the model as not understood, so that no check draws conclusions from it.</summary>
    public void Spoil(string path)
    {
        _spoiled.Add(path);
        while (_unsound.Add(path) && path.LastIndexOf('/') is > 0 and int slash)
        {
            path = path.Substring(0, slash);
        }
    }

    /// <summary>Whether a part of the model itself was understood, whatever stands below it.</summary>
    public bool IsUnderstood(string path) => !_spoiled.Contains(path);

    /// <summary>Whether a part of the model and all below it was understood.</summary>
    public bool IsSound(string path) => !_unsound.Contains(path);

    /// <summary>Remembers where a part of the model was written.</summary>
    public void Place(string path, Node node) => Place(path, node.Span);

    public void Place(string path, Span span) => _places[path] = span;

    /// <summary>Reports at a node of the text.</summary>
    public void Report(Rule rule, Node node, string what) => Report(rule, node.Span, what);

    public void Report(Rule rule, Span span, string what) => _findings.Add(new Finding(rule, file, Inside(span), what));

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

    // The YAML library places what is missing behind the last line.
    Span Inside(Span span)
    {
        (int line, int column) = Inside(span.Line, span.Column);
        (int endLine, int endColumn) = Inside(span.EndLine, span.EndColumn);
        bool forward = endLine > line || (endLine == line && endColumn >= column);
        return forward ? new Span(line, column, endLine, endColumn) : new Span(line, column, line, column);
    }

    (int Line, int Column) Inside(int line, int column)
    {
        string[] lines = _lines.Value;
        return line > lines.Length
            ? (lines.Length, lines[lines.Length - 1].Length + 1)
            : (line, Math.Min(column, lines[line - 1].Length + 1));
    }
}
