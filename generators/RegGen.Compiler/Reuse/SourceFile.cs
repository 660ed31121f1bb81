using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>A file as read: its nodes with their places, and the files that it names. Equal by path and text.</summary>
sealed class SourceFile : IEquatable<SourceFile>
{
    readonly Lazy<string[]> _lines;

    SourceFile(string path, string text)
    {
        (Path, Text) = (path, text);
        _lines = new(() => Text.TrimStart('\uFEFF').Replace("\r\n", "\n").Split(['\n', '\r', '\u0085', '\u2028', '\u2029']));
    }

    /// <summary>The path as findings name it.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>Its map, or null if it is not YAML.</summary>
    public MapNode? Root { get; private set; }

    /// <summary>What is wrong with it as YAML.</summary>
    public EquatableArray<Finding> Findings { get; private set; }

    /// <summary>Normal paths of the files that it uses or extends.</summary>
    public IReadOnlyList<string> Uses { get; private set; } = [];

    public bool IsLibrary => Root?.Find("library") is not null;

    /// <summary>Reads a file. Never throws: what is wrong with it is among its findings.</summary>
    public static SourceFile Read(string path, string text)
    {
        var file = new SourceFile(path, text ?? "");
        var reporter = new Reporter(file, []);
        try
        {
            file.Root = YamlReader.Read(text!, path, reporter);
            file.Uses = file.Root is { } root ? [.. FileUse.All(root).Select(use => FilePaths.Beside(path, use.File.Text)).Distinct()] : [];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reporter.Report(CompilerRules.Internal, Span.Start, $"{e.GetType().Name}: {e.Message}");
        }

        file.Findings = reporter.Findings.ToEquatable();
        return file;
    }

    /// <summary>A span cut to what the file holds: the YAML library places what is missing behind the last line.</summary>
    public Span Inside(Span span)
    {
        // Always inside, and whoever refuses a huge file need not look for its lines.
        if (span == Span.Start)
        {
            return span;
        }

        (int line, int column) = Inside(span.Line, span.Column);
        (int endLine, int endColumn) = Inside(span.EndLine, span.EndColumn);
        bool forward = endLine > line || (endLine == line && endColumn >= column);
        return forward ? new Span(line, column, endLine, endColumn) : new Span(line, column, line, column);
    }

    public bool Equals(SourceFile? other) => other is not null && (ReferenceEquals(this, other) || (Path == other.Path && Text == other.Text));

    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ StringComparer.Ordinal.GetHashCode(Text);

    (int Line, int Column) Inside(int line, int column)
    {
        string[] lines = _lines.Value;
        return line > lines.Length
            ? (lines.Length, lines[lines.Length - 1].Length + 1)
            : (line, Math.Min(column, lines[line - 1].Length + 1));
    }
}
