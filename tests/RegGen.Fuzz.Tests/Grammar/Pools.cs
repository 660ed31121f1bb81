using System.Text.RegularExpressions;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests.Grammar;

/// <summary>What written descriptions call things by, and what people have written behind a key.</summary>
static partial class Pools
{
    public static readonly string[] Registers = ["LCR", "DATA", "INDEX", "STATUS", "CONTROL", "DLL", "DLM", "PAGE", "FIFO", "A_B"];
    public static readonly string[] Fields = ["Dlab", "Ready", "Mode", "Address", "Count", "Page", "Enable", "class"];
    public static readonly string[] Enums = ["Speed", "Mode"];
    public static readonly string[] Members = ["Off", "On", "Slow", "Fast", "Reserved"];
    public static readonly string[] Others = ["Config", "Dlab", "Divisor", "Timer", "Drain", "Main", "Com1"];
    public static readonly string[] Numbers = ["0", "1", "2", "3", "4", "5", "7", "0x0F", "0x10", "0b11", "8", "16", "0x80", "0xFF", "1_000"];

    static readonly string[] s_texts = ["Line control.", "A \\\"quoted\\\" text", "<b> & Größe </b>", "1: one, 2: two", "*/ \\\\ {0}", "-"];

    static readonly Dictionary<string, List<string>> s_written = Originals.All.SelectMany(text => Entry().Matches(text))
        .GroupBy(match => match.Groups[1].Value).ToDictionary(same => same.Key, same => same.Select(match => match.Groups[2].Value.Trim()).Distinct().ToList());

    public static List<string>? Written(string key) => s_written.GetValueOrDefault(key);

    /// <summary>A few names under a key, each once.</summary>
    public static IEnumerable<string> Names(string key, Random random)
    {
        string[] pool = key switch { "registers" => Registers, "fields" => Fields, "enums" => Enums, "enum" => Members, _ => Enums.Contains(key) ? Members : Others };
        return pool.OrderBy(_ => random.Next()).Take(random.Next(1, key is "registers" ? 7 : 4));
    }

    /// <summary>A text of a kind, or null if its example must do.</summary>
    public static string? Scalar(string kind, string key, Random random) => kind switch
    {
        "text" => $"\"{random.Of(s_texts)}\"",
        "name" => key is "device" ? random.Of(Others) : random.Of(Enums),
        "REG" => random.Of(Registers),
        "REG.Field" => $"{random.Of(Registers)}.{random.Of(Fields)}",
        "condition" => $"{random.Of(Registers)}{(random.Once(3) ? "" : "." + random.Of(Fields))} == {random.Of(Numbers)}",
        _ => null,
    };

    /// <summary>In quotes where YAML or the list around it would misread it.</summary>
    public static string Quoted(string text) =>
        text.StartsWith('"') || !text.Any(c => ",:[]{}#&|>%".Contains(c, StringComparison.Ordinal)) ? text : $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""\b([a-z][a-z-]*): *([^ ,{}\[\]\n][^,{}\[\]\n]*)""")]
    private static partial Regex Entry();
}
