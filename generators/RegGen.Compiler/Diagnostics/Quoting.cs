using System.Globalization;

namespace RegGen.Compiler.Diagnostics;

/// <summary>Messages quote the description, which may hold anything: a message stays one line, of readable length, that no terminal obeys.</summary>
static class Quoting
{
    const int Longest = 600, Kept = 400;

    public static string OneLine(string message)
    {
        string cut = message.Length <= Longest ? message : $"{message.Substring(0, Kept)} ... {message.Substring(message.Length - (Longest - Kept))}";
        return cut.All(IsPlain) ? cut : string.Concat(cut.Select(Spell));
    }

    // Letters of all scripts are plain; what is invisible, moves the cursor, turns the direction of writing or is half a character is not.
    static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    static string Spell(char c) => c switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => IsPlain(c) ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    };
}
