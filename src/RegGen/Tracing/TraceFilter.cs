using System.IO.Enumeration;
using RegGen.Claims;

namespace RegGen.Tracing;

/// <summary>Which lines of a trace are wanted. What is left out is followed all the same: a bank that it selects is known.</summary>
/// <remarks>
/// <example>
/// <code>
/// TraceFilter.Parse("writes")                      // what is written
/// TraceFilter.Parse("COM2, !COM2.LSR")             // one device, without its polls
/// TraceFilter.Parse("RTC.Cmos.*, 0x3F8-0x3FF")     // the registers of a window, and some ports
/// </code>
/// </example>
/// </remarks>
public sealed record TraceFilter
{
    /// <summary>Every line.</summary>
    public static TraceFilter All { get; } = new();

    /// <summary>Whether reads are wanted.</summary>
    public bool Reads { get; init; } = true;

    /// <summary>Whether writes are wanted.</summary>
    public bool Writes { get; init; } = true;

    /// <summary>Devices and registers that are wanted, <c>*</c> for any text: <c>COM2</c>, <c>COM2.LCR</c>, <c>RTC.Cmos.*</c>. None, and no <see cref="Ports"/>, means all.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Ports that are wanted, whatever answers there.</summary>
    public IReadOnlyList<PortRange> Ports { get; init; } = [];

    /// <summary>Devices and registers that are not wanted, in the form of <see cref="Places"/>.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Reads a filter from its parts, between commas: <c>reads</c> or <c>writes</c>, places, ports such as <c>0x3F8-0x3FF</c>, <c>!</c> before places that are not wanted.</summary>
    /// <exception cref="FormatException">A part is empty or no range of ports.</exception>
    public static TraceFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        TraceFilter filter = All;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            filter = part switch
            {
                "" or "!" => throw new FormatException($"The trace filter '{text}' has an empty part. Leave out the comma, or write a place such as COM2.LCR."),
                "reads" => filter with { Writes = false },
                "writes" => filter with { Reads = false },
                ['!', .. var without] => filter with { Without = [.. filter.Without, without.Trim()] },
                [>= '0' and <= '9', ..] => filter with { Ports = [.. filter.Ports, PortRange.Parse(part)] },
                _ => filter with { Places = [.. filter.Places, part] },
            };
        }

        return filter is { Reads: false, Writes: false }
            ? throw new FormatException($"The trace filter '{text}' wants reads alone and writes alone, which is nothing. Leave out both.")
            : filter;
    }

    /// <summary>Whether a line is wanted.</summary>
    public bool Accepts(TraceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (line.Access.IsWrite ? Writes : Reads)
            && (Places.Count + Ports.Count == 0 || Places.Any(place => Matches(place, line)) || Ports.Any(range => Meets(range, line.Access)))
            && !Without.Any(place => Matches(place, line));
    }

    static bool Matches(string place, TraceLine line) => place == line.Device || FileSystemName.MatchesSimpleExpression(place, line.Place, ignoreCase: false);

    static bool Meets(PortRange range, PortAccess access) => access.Port <= range.Last && access.Port + ((int)access.Width / 8) > range.First;
}
