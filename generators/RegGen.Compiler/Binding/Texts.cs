using System.Globalization;

namespace RegGen.Compiler.Binding;

/// <summary>The small notations of the language: numbers, names, bit ranges.</summary>
static class Texts
{
    /// <summary>26, 0x1A, 0b11010, 1_000.</summary>
    public static bool TryNumber(string text, out ulong number)
    {
        string digits = text.Replace("_", "");
        number = 0;
        if (digits.Length == 0 || text[0] == '_')
        {
            return false;
        }

        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
        }

        return digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase)
            ? TryBinary(digits.Substring(2), out number)
            : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>26, 0x1A, -40, 0.5.</summary>
    public static bool TryDecimal(string text, out decimal number)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        string digits = negative ? text.Substring(1) : text;
        if (TryNumber(digits, out ulong whole))
        {
            number = whole;
        }
        else if (digits.Length is 0 or > 28 || digits[0] == '.'
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            number = 0;
            return false;
        }

        number = negative ? -number : number;
        return true;
    }

    /// <summary>Whether a text is a number, but of more than 64 bits.</summary>
    public static bool IsTooLarge(string text)
    {
        string digits = text.Replace("_", "");
        bool hex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool binary = digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase);
        string rest = hex || binary ? digits.Substring(2) : digits;
        return text.Length > 0 && text[0] != '_' && rest.Length > 0 && !TryNumber(text, out _)
            && rest.All(c => hex ? Uri.IsHexDigit(c) : c is >= '0' and <= '9' && (!binary || c <= '1'));
    }

    /// <summary>A letter, then letters, digits and underscores; ASCII, since it becomes part of a programming interface.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 100 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is >= '0' and <= '9' or '_');

    /// <summary>7, 7..6 or 7:6; the higher bit first.</summary>
    public static bool TryBits(string text, out int high, out int low)
    {
        string[] ends = text.Split(text.Contains("..") ? [".."] : [":"], StringSplitOptions.None);
        high = low = 0;
        if (ends.Length > 2 || !TryNumber(ends[0].Trim(), out ulong first) || !TryNumber(ends[ends.Length - 1].Trim(), out ulong last))
        {
            return false;
        }

        high = (int)Math.Min(first, 9999);
        low = (int)Math.Min(last, 9999);
        return high >= low;
    }

    /// <summary>A range such as 0x200..0xFFF, the lower end first.</summary>
    public static bool TryRange(string text, ulong most, out ulong first, out ulong last)
    {
        string[] ends = text.Split([".."], StringSplitOptions.None);
        first = last = 0;
        return ends.Length == 2 && TryNumber(ends[0].Trim(), out first) && TryNumber(ends[1].Trim(), out last) && first <= last && last <= most;
    }

    /// <summary>", did you mean 'x'?" for the nearest of some words, or nothing if none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> words) => Nearest(written, words) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The nearest of some words, or null if none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> words)
    {
        string? nearest = null;
        int least = Math.Max(1, Math.Min(3, written.Length / 2)) + 1;
        string lower = written.ToLowerInvariant();
        foreach (string word in words)
        {
            if (Math.Abs(word.Length - written.Length) > least)
            {
                continue;
            }

            // Of two words as near, the one that was begun: w1 is rather w1c than wo.
            int distance = Distance(lower, word.ToLowerInvariant());
            if (distance < least || (distance == least && nearest?.StartsWith(written, StringComparison.OrdinalIgnoreCase) == false && word.StartsWith(written, StringComparison.OrdinalIgnoreCase)))
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    /// <summary>A register, An encoding: what begins a sentence.</summary>
    public static string A(string noun) => $"{(noun[0] is 'a' or 'e' or 'i' or 'o' ? "An" : "A")} {noun}";

    /// <summary>'a', 'b' or 'c'.</summary>
    public static string Either(IEnumerable<string> words)
    {
        string[] quoted = [.. words.Select(word => $"'{word}'")];
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.Take(quoted.Length - 1))} or {quoted[quoted.Length - 1]}";
    }

    static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    static bool TryBinary(string digits, out ulong number)
    {
        number = 0;
        foreach (char digit in digits)
        {
            if (digit is not ('0' or '1') || number >> 63 != 0)
            {
                return false;
            }

            number = (number << 1) | (uint)(digit - '0');
        }

        return digits.Length > 0;
    }

    // Levenshtein over two rows.
    static int Distance(string a, string b)
    {
        int[] above = [.. Enumerable.Range(0, b.Length + 1)];
        int[] row = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            (above, row) = (row, above);
        }

        return above[b.Length];
    }
}
