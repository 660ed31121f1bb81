namespace RegGen.Compiler.Diagnostics;

/// <summary>A second place that a finding is about: <c>timer.regs.yaml(8,3): DLL stands here.</c></summary>
/// <param name="File">The file.</param>
/// <param name="Span">Where in the file.</param>
/// <param name="What">What stands there, a sentence.</param>
sealed record Related(string File, Span Span, string What)
{
    public override string ToString() => $"{File}({Span.Line},{Span.Column}): {What}";
}
