using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Diagnostics;

/// <summary>Collects the findings of one file and those it uses, and knows where each part of the model was written.</summary>
sealed class Reporter(SourceFile main, IReadOnlyList<SourceFile> others)
{
    readonly List<Finding> _findings = [];

    readonly HashSet<string> _spoiled = new(StringComparer.Ordinal);

    // The spoiled parts and all that they belong to.
    readonly HashSet<string> _unsound = new(StringComparer.Ordinal);

    /// <summary>The findings in the order of the file; those of used files behind.</summary>
    public IEnumerable<Finding> Findings => _findings
        .OrderBy(finding => finding.File == main.Path ? "" : finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Span.Line).ThenBy(finding => finding.Span.Column).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);

    /// <summary>Where each part of the model was written.</summary>
    public Places Places { get; } = new();

    /// <summary>Parts to which the description gives a C# name, in the order of the file.</summary>
    public List<RenamedPart> Renamed { get; } = [];

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

    public void Place(string path, Span span) => Places.Put(path, span);

    /// <summary>Reports at a node of the text.</summary>
    public void Report(Rule rule, Node node, string what, params Related[] related) =>
        Add(rule, node.Span, node is ScalarNode { Text: var written } && written.Contains("[#]") ? what : Spelled(what), related);

    public void Report(Rule rule, Span span, string what, params Related[] related) => Add(rule, span, Spelled(what), related);

    void Add(Rule rule, Span span, string what, Related[] related)
    {
        SourceFile file = FileOf(span);
        _findings.Add(new Finding(rule, file.Path, file.Inside(span), what) { Related = related.ToEquatable() });
    }

    // What there is several times is called by the name of all, as the description does: without the sign that the model has there.
    static string Spelled(string what) => what.Replace("[#]", "");

    /// <summary>Takes what was found before, while the file was read.</summary>
    public void Report(IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Reports at a part of the model, such as <c>registers/LCR/reset</c>; where that is only implied, at what it belongs to.</summary>
    public void Report(Rule rule, string path, string what, params Related[] related) => Report(rule, Find(path), what, related);

    /// <summary>A second place of a finding: <c>reporter.At("registers/DLL", "DLL stands here.")</c>.</summary>
    public Related At(string path, string what) => At(Find(path), what);

    public Related At(Span span, string what)
    {
        SourceFile file = FileOf(span);
        return new Related(file.Path, file.Inside(span), Spelled(what));
    }

    /// <summary><c>line 12</c>, for messages that name a second place; with the file where there are several.</summary>
    public string LineOf(string path) => LineOf(Find(path));

    public string LineOf(Span span) => others.Count == 0 ? $"line {span.Line}" : $"line {span.Line} of {FilePaths.FileName(FileOf(span).Path)}";

    /// <summary>Where a part of the model was written, or what it belongs to.</summary>
    public Span Find(string path)
    {
        while (true)
        {
            if (Places.Find(path) is { } span)
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

    /// <summary>Whether a part of the model was written, not only implied.</summary>
    public bool IsWritten(string path) => Places.Find(path) is not null;

    /// <summary>The key of a part of the model, or of what stands around it: <c>groups/Page0/when</c> for a register in that group.</summary>
    public string Nearest(string path, string key)
    {
        for (string around = path; ; around = around.Substring(0, around.LastIndexOf('/')))
        {
            if (IsWritten($"{around}/{key}"))
            {
                return $"{around}/{key}";
            }

            if (around.IndexOf('/') < 0)
            {
                return $"{path}/{key}";
            }
        }
    }

    SourceFile FileOf(Span span) => span.File is null || span.File == main.Path ? main : others.FirstOrDefault(file => file.Path == span.File) ?? main;
}
