using System.Globalization;
using System.Text;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>How names, numbers and texts are written in C#.</summary>
static class CSharpText
{
    // Every keyword that a parameter name could meet: parameters begin with a lower-case letter.
    static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    static readonly string[] s_bytes = [.. Enumerable.Range(0, 256).Select(value => "0x" + value.ToString("X2", CultureInfo.InvariantCulture))];

    /// <summary>LCR becomes Lcr, CHIP_ID ChipId, WordLength stays.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (string part in name.Split(['_'], StringSplitOptions.RemoveEmptyEntries))
        {
            bool shouted = part.Length > 1 && part.All(c => !char.IsLower(c));
            text.Append(char.ToUpperInvariant(part[0])).Append(shouted ? part.Substring(1).ToLowerInvariant() : part.Substring(1));
        }

        return text.ToString();
    }

    /// <summary>The private field of a property: its first letter in lower case, an underscore before it.</summary>
    public static string Field(string property) => $"_{char.ToLowerInvariant(property[0])}{property.Substring(1)}";

    /// <summary>The parameter of a property: its first letter in lower case.</summary>
    public static string Parameter(string property)
    {
        string name = char.ToLowerInvariant(property[0]) + property.Substring(1);
        return Keywords.Contains(name) ? $"@{name}" : name;
    }

    /// <summary>A namespace made of any text: what cannot stand in a name becomes an underscore.</summary>
    public static string Namespace(string text) => string.Join(".", text.Split('.').Select(part =>
    {
        string name = string.Concat(part.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        name = name.Length == 0 || char.IsDigit(name[0]) ? $"_{name}" : name;
        return Keywords.Contains(name) ? $"@{name}" : name;
    }));

    /// <summary>0x0F: as many digits as the width has.</summary>
    public static string Hex(ulong value, int width) => width == 8 && value <= 0xFF ? s_bytes[value] : "0x" + value.ToString($"X{Math.Max(1, width / 4)}", CultureInfo.InvariantCulture);

    /// <summary>A value as the datasheet's tables show it: its bits, or hexadecimal where they are many.</summary>
    public static string Code(ulong value, int width) =>
        width > 8 ? Hex(value, width) : Convert.ToString((long)value, 2).PadLeft(width, '0');

    /// <summary>The unsigned integer that holds so many bits.</summary>
    public static string Integer(int bits) => bits <= 8 ? "byte" : bits <= 16 ? "ushort" : bits <= 32 ? "uint" : "ulong";

    /// <summary>The bits that this integer has.</summary>
    public static int IntegerBits(int bits) => bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64;

    /// <summary>The signed integer that holds so many bits.</summary>
    public static string Signed(int bits) => bits <= 8 ? "sbyte" : bits <= 16 ? "short" : bits <= 32 ? "int" : "long";

    /// <summary>The unsigned integer in which bits of a register are put together.</summary>
    public static string Word(RegisterModel register) => register.Width <= 32 ? "uint" : "ulong";

    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        if (text.All(c => c is >= ' ' and < '\x7F' and not ('"' or '\\')))
        {
            return $"\"{text}\"";
        }

        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ when c is < ' ' or >= '\x7F' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text for a documentation comment: on one line, its markup escaped.</summary>
    public static string Xml(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var line = new StringBuilder();
        foreach (char c in string.Join(" ", text.Split([' ', '\n', '\r', '\t', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)))
        {
            line.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when c is < ' ' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c) => "?",
                _ => c.ToString(),
            });
        }

        return line.ToString();
    }

    // ASCII without markup, its words with single spaces between.
    static bool IsPlain(string text)
    {
        char before = ' ';
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>' || (c == ' ' && before == ' '))
            {
                return false;
            }

            before = c;
        }

        return before != ' ';
    }

    /// <summary>The bits of a field as a datasheet writes them.</summary>
    public static string Bits(FieldModel field) => $"{(field.Mask == (field.Mask & (~field.Mask + 1)) ? "Bit" : "Bits")} {string.Join(", ", field.Pieces)}";
}
