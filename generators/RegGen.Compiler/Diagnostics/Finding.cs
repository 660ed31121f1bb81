using RegGen.Compiler.Model;

namespace RegGen.Compiler.Diagnostics;

/// <summary>Something wrong at a place in a file.</summary>
sealed record Finding(Rule Rule, string File, Span Span, string What)
{
    /// <summary>Where in the file.</summary>
    public Span Span { get; } = Span with { File = null };

    /// <summary>What is wrong: one line.</summary>
    public string What { get; } = Quoting.OneLine(What);

    /// <summary>The other places that it is about.</summary>
    public EquatableArray<Related> Related { get; init; }

    public bool IsError => Rule.Severity == Severity.Error;

    /// <summary>What is wrong and how to mend it.</summary>
    public string Text => $"{What} {Rule.Remedy}";

    /// <summary><c>file(line,column): error RGnnnn: text</c>, as compilers write it; related places in lines of their own.</summary>
    public override string ToString() =>
        $"{File}({Span.Line},{Span.Column}): {Rule.Severity.ToString().ToLowerInvariant()} {Rule.Id}: {Text}{string.Concat(Related.Select(each => $"\n  {each}"))}";
}
