using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Takes a step word by word. What cannot be taken is reported at its word, and the step is given up.</summary>
/// <param name="node">The step.</param>
/// <param name="owner">The part of the model that is not understood then.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class StepReader(ScalarNode node, string owner, Reporter reporter)
{
    readonly IReadOnlyList<StepToken> _tokens = StepLexer.Split(node.Text);

    /// <summary>Index of the next token.</summary>
    public int At { get; private set; }

    public string Owner => owner;

    public StepToken Next => _tokens[At];

    /// <summary>The token behind the next one.</summary>
    public StepToken Second => _tokens[Math.Min(At + 1, _tokens.Count - 1)];

    public bool IsEnd => Next.Kind == StepTokenKind.End;

    public StepToken Take() => IsEnd ? Next : _tokens[At++];

    /// <summary>Takes a certain word or sign, if it is the next.</summary>
    public bool Takes(string text)
    {
        bool found = Next.Is(text);
        At += found ? 1 : 0;
        return found;
    }

    /// <summary>Takes a certain word or sign, or reports what stands there instead.</summary>
    public bool Needs(string text, string where) => Takes(text) || Lost(BindingRules.NotStep, Next, $"'{text}' is missing {where}{Here}.");

    /// <summary>Takes a kind of token, or reports what stands there instead.</summary>
    public StepToken? Needs(StepTokenKind kind, string what)
    {
        if (Next.Kind == kind)
        {
            return Take();
        }

        Lost(BindingRules.NotStep, Next, $"{what} is missing{Here}.");
        return null;
    }

    /// <summary><c>REG</c>, <c>Window.REG[2].Field</c>, taken as a whole.</summary>
    /// <param name="what">What is wanted, for messages.</param>
    public ScalarNode? Reference(string what = "register")
    {
        int first = At;
        if (Needs(StepTokenKind.Name, $"The name of a {what}") is null)
        {
            return null;
        }

        while (Next.Is(".") || Next.Is("["))
        {
            bool index = Take().Is("[");
            if (Next.Kind is not (StepTokenKind.Name or StepTokenKind.Number))
            {
                Lost(BindingRules.NotStep, Next, $"A name is missing{Here}.");
                return null;
            }

            Take();
            if (index && !Needs("]", "behind the index"))
            {
                return null;
            }
        }

        return Part(first, At);
    }

    /// <summary>Some tokens, as a text with a place of its own.</summary>
    public ScalarNode Part(int first, int end)
    {
        int start = _tokens[first].Start, length = Math.Max(0, (end > first ? _tokens[end - 1].End : start) - start);
        return node with { Text = node.Text.Substring(start, length), Span = node.SpanAt(start, length) };
    }

    /// <summary>Takes everything up to a word, which is left; to the end if it is not there.</summary>
    public ScalarNode Until(string word)
    {
        int first = At;
        while (!IsEnd && !Next.Is(word))
        {
            At++;
        }

        return Part(first, At);
    }

    public ScalarNode NodeOf(StepToken token) => node with { Text = token.Text, Span = node.SpanAt(token.Start, token.Text.Length) };

    /// <summary>Reports at a token. The answer is always false.</summary>
    public bool Lost(Rule rule, StepToken token, string what)
    {
        reporter.Spoil(owner);
        reporter.Report(rule, token.Kind == StepTokenKind.End ? node : NodeOf(token), what);
        return false;
    }

    string Here => IsEnd ? $" at the end of {node.Kind}" : $" at '{Next.Text}' in {node.Kind}";
}
