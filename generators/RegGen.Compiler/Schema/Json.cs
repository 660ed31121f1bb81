using System.Globalization;
using System.Text;

namespace RegGen.Compiler.Schema;

/// <summary>A JSON value to be printed. Members of an object keep their order.</summary>
abstract record Json
{
    const string Indent = "  ";

    public static Json Of(string text) => new Scalar(Quote(text));

    public static Json Of(long number) => new Scalar(number.ToString(CultureInfo.InvariantCulture));

    public static Json Of(bool flag) => new Scalar(flag ? "true" : "false");

    public static Json List(IEnumerable<Json> items) => new Array([.. items]);

    public static Json List(params Json[] items) => new Array(items);

    public static Json Texts(IEnumerable<string> texts) => List(texts.Select(Of));

    public static Json Map(IEnumerable<(string Name, Json Value)> members) => new Object([.. members]);

    public static Json Map(params (string Name, Json Value)[] members) => new Object(members);

    /// <summary>Indented text with <c>\n</c>; what is short stands in one line.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text, "\n");
        return text.Append('\n').ToString();
    }

    protected abstract void Write(StringBuilder text, string newLine);

    static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                < ' ' => $"\\u{(int)c:x4}",
                _ => $"{c}",
            });
        }

        return quoted.Append('"').ToString();
    }

    static void Write(StringBuilder text, string newLine, char open, char close, IReadOnlyList<(string Name, Json Value)> parts)
    {
        text.Append(open);
        for (int i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? "," : "").Append(newLine).Append(Indent).Append(parts[i].Name);
            parts[i].Value.Write(text, newLine + Indent);
        }

        text.Append(parts.Count > 0 ? newLine : "").Append(close);
    }

    sealed record Scalar(string Text) : Json
    {
        protected override void Write(StringBuilder text, string newLine) => text.Append(Text);
    }

    sealed record Array(IReadOnlyList<Json> Items) : Json
    {
        protected override void Write(StringBuilder text, string newLine)
        {
            if (Items.All(item => item is Scalar) && Items.Sum(item => ((Scalar)item).Text.Length + 2) <= 120)
            {
                text.Append('[').Append(string.Join(", ", Items.Select(item => ((Scalar)item).Text))).Append(']');
                return;
            }

            Json.Write(text, newLine, '[', ']', [.. Items.Select(item => ("", item))]);
        }
    }

    sealed record Object(IReadOnlyList<(string Name, Json Value)> Members) : Json
    {
        protected override void Write(StringBuilder text, string newLine)
        {
            if (Members is [(var name, Scalar only)])
            {
                text.Append("{ ").Append(Quote(name)).Append(": ").Append(only.Text).Append(" }");
                return;
            }

            Json.Write(text, newLine, '{', '}', [.. Members.Select(member => (Quote(member.Name) + ": ", member.Value))]);
        }
    }
}
