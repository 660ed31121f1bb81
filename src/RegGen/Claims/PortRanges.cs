using System.Globalization;

namespace RegGen.Claims;

/// <summary>Ranges as text: <c>0x3F8-0x3FF,0x70-0x71</c>, as the launcher writes and reads them.</summary>
static class PortRanges
{
    /// <summary>The ranges of a text. What is no range is left out: the text is a hint, never a grant.</summary>
    public static IEnumerable<PortRange> Parse(string text)
    {
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-');
            if (ends.Length <= 2 && Port(ends[0]) is { } first && Port(ends[^1]) is { } last && last >= first)
            {
                yield return new(first, last);
            }
        }
    }

    static ushort? Port(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && ushort.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort port)
            ? port
            : null;
}
