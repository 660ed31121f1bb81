using System.Text;

namespace RegGen.Compiler.Emit;

/// <summary>Writes C# line by line: indents, wraps parameter lists, and knows nothing else.</summary>
sealed class SourceWriter
{
    const int Widest = 140;

    readonly StringBuilder _text = new();
    int _level;

    int Room => Widest - (_level * 4);

    /// <summary>Whether a line is not too long here.</summary>
    public bool Fits(string line) => line.Length <= Room;

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

    /// <summary>Writes an empty line, unless a block has just begun.</summary>
    public void Gap()
    {
        if (_text is not [.., '{', '\n'])
        {
            Line();
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

    /// <summary>Writes a block with few parts in one line, or where that would be too long with each on a line of its own.</summary>
    public void Parts(string head, params string[] parts)
    {
        string line = $"{head} {{ {string.Join(" ", parts)} }}";
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Block(head, () => Array.ForEach(parts, Line));
    }

    /// <summary>Writes a documentation element, on lines of its own where one would be too long.</summary>
    public void Doc(string element, string text)
    {
        int space = element.IndexOf(' ');
        string name = space < 0 ? element : element.Substring(0, space);
        string line = $"/// <{element}>{text}</{name}>";
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Line($"/// <{element}>");
        Fill(text.Split(' '), "/// ", "", "");
        Line($"/// </{name}>");
    }

    /// <summary>Writes <c>start { parts },</c>, the parts on the next line where one would be too long; without parts just the start.</summary>
    public void Initialized(string start, IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        if (all.Length == 0)
        {
            Line($"{start},");
            return;
        }

        string whole = $"{{ {string.Join(", ", all)} }},";
        if (start.Length + 1 + whole.Length <= Room)
        {
            Line($"{start} {whole}");
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
        string[] all = items as string[] ?? [.. items];
        int length = before.Length + all.Sum(item => item.Length + 2) - (all.Length > 0 ? 2 : 0) + after.Length;
        if (length <= Room)
        {
            _text.Append(' ', _level * 4).Append(before);
            for (int i = 0; i < all.Length; i++)
            {
                _text.Append(i > 0 ? ", " : "").Append(all[i]);
            }

            _text.Append(after).Append('\n');
            return;
        }

        Line(before.TrimEnd());
        Indented(() => Fill(all, "", ",", after));
    }

    /// <summary>Writes an expression behind a head, on the next line where one would be too long.</summary>
    public void Arrow(string head, string expression)
    {
        if (head.Length + expression.Length + " => ;".Length <= Room)
        {
            Line($"{head} => {expression};");
            return;
        }

        Line($"{head} =>");
        Indented(() => Line($"{expression};"));
    }

    public override string ToString() => _text.ToString();

    /// <summary>All that was written, here and there.</summary>
    public string With(SourceWriter behind)
    {
        char[] all = new char[_text.Length + behind._text.Length];
        _text.CopyTo(0, all, 0, _text.Length);
        behind._text.CopyTo(0, all, _text.Length, behind._text.Length);
        return new string(all);
    }

    // As many words on a line as fit.
    void Fill(string[] words, string before, string between, string after)
    {
        int used = 0;
        for (int i = 0; i < words.Length; i++)
        {
            string behind = i < words.Length - 1 ? between : after;
            int length = words[i].Length + behind.Length;
            if (used > 0 && used + 1 + length <= Room)
            {
                _text.Append(' ');
                used += 1 + length;
            }
            else
            {
                _text.Append(used > 0 ? "\n" : "").Append(' ', _level * 4).Append(before);
                used = before.Length + length;
            }

            _text.Append(words[i]).Append(behind);
        }

        _text.Append('\n');
    }
}
