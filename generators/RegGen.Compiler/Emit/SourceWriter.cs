using System.Text;

namespace RegGen.Compiler.Emit;

/// <summary>Writes C# line by line: indents, wraps parameter lists, and knows nothing else.</summary>
sealed class SourceWriter
{
    const int Widest = 140;

    readonly StringBuilder _text = new();
    int _level;

    /// <summary>Writes lines at the current indentation; empty ones stay empty.</summary>
    public void Line(string lines = "")
    {
        for (int start = 0; start <= lines.Length;)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            int length = end - start - (end > start && lines[end - 1] == '\r' ? 1 : 0);
            _text.Append(' ', length == 0 ? 0 : _level * 4).Append(lines, start, length).Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes a block in braces, or in other brackets.</summary>
    public void Block(string head, Action body, string open = "{", string close = "}")
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line(open);
        Indented(body);
        Line(close);
    }

    /// <summary>Writes a documentation element, on lines of its own where one would be too long.</summary>
    public void Doc(string element, string text)
    {
        string name = element.Split(' ')[0];
        string line = $"/// <{element}>{text}</{name}>";
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Line($"/// <{element}>");
        Fill(text.Split(' '), "/// ");
        Line($"/// </{name}>");
    }

    /// <summary>Writes <c>start { parts },</c>, the parts on the next line where one would be too long; without parts just the start.</summary>
    public void Initialized(string start, IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        string whole = $"{{ {string.Join(", ", all)} }},";
        if (all.Length == 0 || Fits($"{start} {whole}"))
        {
            Line(all.Length == 0 ? $"{start}," : $"{start} {whole}");
            return;
        }

        Line(start);
        Indented(() =>
        {
            if (all.Length == 1)
            {
                Line(whole);
            }
            else
            {
                List("{ ", all, " },");
            }
        });
    }

    public void Indented(Action body)
    {
        _level++;
        body();
        _level--;
    }

    /// <summary>Writes <c>before(items)after</c> on one line, or with the items on lines of their own where that would be too long.</summary>
    public void List(string before, IEnumerable<string> items, string after)
    {
        string[] all = [.. items];
        string line = before + string.Join(", ", all) + after;
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Line(before.TrimEnd());
        Indented(() => Fill([.. all.Select((item, i) => i < all.Length - 1 ? $"{item}," : item + after)], ""));
    }

    /// <summary>Writes an expression behind a head, on the next line where one would be too long.</summary>
    public void Arrow(string head, string expression)
    {
        if (Fits($"{head} => {expression};"))
        {
            Line($"{head} => {expression};");
            return;
        }

        Line($"{head} =>");
        Indented(() => Line($"{expression};"));
    }

    public override string ToString() => _text.ToString();

    bool Fits(string line) => (_level * 4) + line.Length <= Widest;

    // As many words on a line as fit.
    void Fill(string[] words, string before)
    {
        string line = "";
        foreach (string word in words)
        {
            if (line.Length > 0 && !Fits($"{before}{line} {word}"))
            {
                Line(before + line);
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        Line(before + line);
    }
}
