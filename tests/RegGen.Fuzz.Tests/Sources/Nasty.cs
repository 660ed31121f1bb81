namespace RegGen.Fuzz.Tests.Sources;

/// <summary>Pieces of text that mean something to YAML, to C#, to the language or to a computer.</summary>
static class Nasty
{
    public static readonly string[] Pieces =
    [
        "0", "1", "7", "8", "31", "32", "63", "64", "255", "256", "0xFFFF", "0x10000", "0x1_0000_0000", "0xFFFF_FFFF_FFFF_FFFF",
        "18446744073709551616", "99999999999999999999", "-1", "1e9", "0.5", "NaN", "0b", "0x", "1_", "_1", "7..0", "0..7", "31..0", "63..0", "7:6",
        "[7, 3..0]", "9999999999..0", "{", "}", "[", "]", ":", ",", "#", "\"", "'", "&a", "*a", "!t", "|", ">", "-", "?", "%", "@", "`", "<<: *a", "\t",
        "\n", "\r", "\r\n", "\u0085", "\u2028", "\uFEFF", "\0", "\u0001", "\u007F", "\uD800", "\uDC00", "\uFFFE", "\u202E", "é", "İ", "ı", "ß", "ﬁ",
        "١٢", "Ａ", "\U0001F600", "==", "!=", "&&", "in [0, 1]", "<-", "|", "<<", ".", "..", "/", "\\", "~", "null", "true", "false", "on", "---", "...", "- ",
        "class", "event", "in", "Equals", "GetHashCode", "Map", "Raw", "Reset", "Bus", "System", "RegGen", "Register", "Value", "ToString", "A_B", "a_b", "_",
        "${X}", "${", "$", "%d", "{0}", "\"\"\"", "*/", "//", "</summary>", "&amp;", "<!--", "]]>", "\\u000A", "${'$'}",
    ];
}
