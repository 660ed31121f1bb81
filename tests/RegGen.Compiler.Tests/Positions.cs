using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Tests;

static class Positions
{
    /// <summary>Lines and columns count from 1; the place just behind the last character of a line, or of the file, still counts as inside.</summary>
    public static void AssertInside(string text, params IEnumerable<Span> spans)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\u0085', '\u2028', '\u2029');
        foreach (Span span in spans)
        {
            AssertInside(lines, span.Line, span.Column);
            AssertInside(lines, span.EndLine, span.EndColumn);
            Assert.True((span.EndLine, span.EndColumn).CompareTo((span.Line, span.Column)) >= 0, $"{span} ends before it begins.");
        }
    }

    static void AssertInside(string[] lines, int line, int column)
    {
        Assert.InRange(line, 1, lines.Length);
        Assert.InRange(column, 1, lines[line - 1].Length + 1);
    }
}
