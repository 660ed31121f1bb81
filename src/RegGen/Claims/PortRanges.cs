namespace RegGen.Claims;

/// <summary>Ranges as text: <c>0x3F8-0x3FF,0x70-0x71</c>, as the launcher writes and reads them.</summary>
static class PortRanges
{
    /// <summary>The ranges of a text. What is no range is left out: the text is a hint, never a grant.</summary>
    public static IEnumerable<PortRange> Parse(string text)
    {
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PortRange.TryParse(part, null, out PortRange range))
            {
                yield return range;
            }
        }
    }
}
