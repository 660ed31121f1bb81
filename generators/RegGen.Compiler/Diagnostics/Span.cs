namespace RegGen.Compiler.Diagnostics;

/// <summary>A stretch of a file. Lines and columns count from 1; the end is exclusive.</summary>
/// <param name="Line">First line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column behind the last one.</param>
/// <param name="File">The file; null means the one that is being compiled.</param>
readonly record struct Span(int Line, int Column, int EndLine, int EndColumn, string? File = null)
{
    public static Span Start => new(1, 1, 1, 1);
}
