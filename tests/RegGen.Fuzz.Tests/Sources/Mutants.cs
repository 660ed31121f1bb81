using System.Text;

namespace RegGen.Fuzz.Tests.Sources;

/// <summary>A real text with a few mistakes: in its words, its lines or its bytes.</summary>
static class Mutants
{
    public static string Make(Random random) => Edit(random.Of(Originals.All), random);

    /// <summary>A text with a few mistakes.</summary>
    public static string Edit(string text, Random random)
    {
        for (int edits = 1 + random.Next(4); edits > 0; edits--)
        {
            text = text.Length == 0 ? random.Of(Nasty.Pieces) : EditOnce(text, random);
        }

        return text;
    }

    static string EditOnce(string text, Random random) => random.Next(12) switch
    {
        0 or 1 => ReplaceWord(text, random.Of(Nasty.Pieces), random),
        2 or 3 or 4 => ReplaceWord(text, random.Of(Originals.Words), random),
        5 => text.Insert(random.Next(text.Length), random.Of(Nasty.Pieces)),
        6 => Cut(text, random.Next(text.Length), 1 + random.Next(4)),
        7 => EditLines(text, lines => lines.RemoveAt(random.Next(lines.Count))),
        8 => EditLines(text, lines => lines.Insert(random.Next(lines.Count), random.Of(lines))),
        9 => EditLines(text, lines => lines.Insert(random.Next(lines.Count), random.Of(Originals.Lines))),
        10 => EditLines(text, lines => Indent(lines, random.Next(lines.Count), random)),
        _ => EditBytes(text, random),
    };

    static string ReplaceWord(string text, string word, Random random)
    {
        int start = random.Next(text.Length), end = start + 1;
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return text[..start] + word + text[end..];
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    static string Cut(string text, int start, int length) => text.Remove(start, Math.Min(length, text.Length - start));

    static string EditLines(string text, Action<List<string>> edit)
    {
        List<string> lines = [.. text.Split('\n')];
        edit(lines);
        return string.Join('\n', lines);
    }

    static void Indent(List<string> lines, int at, Random random) =>
        lines[at] = random.Next(3) switch { 0 => "  " + lines[at], 1 => lines[at].TrimStart(), _ => "\t" + lines[at] };

    // What a broken disk or a wrong encoding does: the text that reaches the compiler was decoded before.
    static string EditBytes(string text, Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }
}
