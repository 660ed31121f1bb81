using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Yaml;

/// <summary>A piece of YAML with its place in the text.</summary>
abstract record Node(Span Span)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single text. YAML's own types do not count: what it means is up to the key, so <c>on</c> and <c>7:6</c> stay text.</summary>
sealed record ScalarNode(Span Span, string Text, bool Plain) : Node(Span)
{
    public override string Kind => Plain && Text.Length == 0 ? "nothing" : $"'{Text}'";

    /// <summary>Where one of its words stands; the whole text where that is not one line of plain text.</summary>
    public Span SpanOf(string word)
    {
        int at = Plain && Span.Line == Span.EndLine ? Text.IndexOf(word, StringComparison.Ordinal) : -1;
        return at < 0 ? Span : Span with { Column = Span.Column + at, EndColumn = Span.Column + at + word.Length };
    }

    /// <summary>Where a stretch of the text stands; the whole text where that is not one line without escapes.</summary>
    public Span SpanAt(int start, int length)
    {
        int quote = (Span.EndColumn - Span.Column - Text.Length) / 2;
        bool isLiteral = Span.Line == Span.EndLine && Span.EndColumn - Span.Column == Text.Length + (Plain ? 0 : 2);
        int column = Span.Column + quote + start;
        return isLiteral ? Span with { Column = column, EndColumn = column + length } : Span;
    }

    /// <summary>Whether there is no word in it, quoted or not.</summary>
    public bool IsBlank => IsEmpty || Text.All(char.IsWhiteSpace);

    public bool IsEmpty => Plain && (Text.Length == 0 || Text is "~" or "null");
}

sealed record ListNode(Span Span, IReadOnlyList<Node> Items) : Node(Span)
{
    public override string Kind => "a list";
}

/// <summary>A map; its keys are unique and in the order of the file.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="Flow">Whether it is written in braces.</param>
sealed record MapNode(Span Span, IReadOnlyList<Entry> Entries, bool Flow) : Node(Span)
{
    public override string Kind => "a map";

    public MapNode Without(params string[] keys) => this with { Entries = [.. Entries.Where(entry => !keys.Contains(entry.Key.Text))] };

    public Node? Find(string key) => EntryOf(key)?.Value;

    /// <summary>Where a key that is there stands.</summary>
    public ScalarNode KeyOf(string key) => EntryOf(key)!.Key;

    // Maps of keys are short, and maps of names are read from first to last.
    public Entry? EntryOf(string key)
    {
        for (int i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Text == key)
            {
                return Entries[i];
            }
        }

        return null;
    }
}

sealed record Entry(ScalarNode Key, Node Value);
