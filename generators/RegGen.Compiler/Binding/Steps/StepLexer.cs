namespace RegGen.Compiler.Binding;

enum StepTokenKind
{
    Name,
    Number,
    Time,
    Sign,
    Unknown,
    End,
}

/// <summary>A word or a sign of a step.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The token.</param>
/// <param name="Start">Where it stands in the step.</param>
readonly record struct StepToken(StepTokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool Is(string text) => Text == text && Kind is StepTokenKind.Name or StepTokenKind.Sign;
}

/// <summary>Splits a step into words and signs.</summary>
static class StepLexer
{
    // Longer ones first.
    static readonly string[] s_signs = ["<-", "<<", "==", "!=", "&&", "..", "<", "|", "[", "]", "(", ")", ",", "=", ".", ":", "*", "+"];

    /// <summary>The tokens; the last one is the end.</summary>
    public static IReadOnlyList<StepToken> Split(string text)
    {
        List<StepToken> tokens = [];
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new(StepTokenKind.End, "", at));
                return tokens;
            }

            tokens.Add(Next(text, at));
            at = tokens[tokens.Count - 1].End;
        }
    }

    static StepToken Next(string text, int at)
    {
        if (IsLetter(text[at]))
        {
            return new(StepTokenKind.Name, Run(text, at, c => IsLetter(c) || IsDigit(c) || c == '_'), at);
        }

        if (IsDigit(text[at]))
        {
            string word = Number(text, at);
            return new(Texts.TryNumber(word, out _) ? StepTokenKind.Number : StepTokenKind.Time, word, at);
        }

        string? sign = s_signs.FirstOrDefault(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0);
        return sign is null ? new(StepTokenKind.Unknown, text.Substring(at, 1), at) : new(StepTokenKind.Sign, sign, at);
    }

    // A point belongs to a number where a digit follows: 3.3us, but not 7..4.
    static string Number(string text, int at)
    {
        bool IsPart(char c) => IsLetter(c) || IsDigit(c) || c == '_';
        string word = Run(text, at, IsPart);
        int end = at + word.Length;
        return end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1]) ? $"{word}.{Run(text, end + 1, IsPart)}" : word;
    }

    static string Run(string text, int at, Func<char, bool> belongs)
    {
        int end = at;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return text.Substring(at, end - at);
    }

    static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    static bool IsDigit(char c) => c is >= '0' and <= '9';
}
