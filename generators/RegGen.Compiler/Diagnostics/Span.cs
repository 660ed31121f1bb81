namespace RegGen.Compiler.Diagnostics;

/// <summary>A stretch of a file. Lines and columns count from 1; the end is exclusive.</summary>
readonly record struct Span(int Line, int Column, int EndLine, int EndColumn)
{
    public static Span Start => new(1, 1, 1, 1);
}
