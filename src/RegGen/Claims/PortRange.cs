using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RegGen.Claims;

/// <summary>Adjacent ports, both ends included.</summary>
public readonly record struct PortRange : IParsable<PortRange>
{
    /// <summary>The ports <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last port lies before the first.</exception>
    public PortRange(ushort first, ushort last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>First port.</summary>
    public ushort First { get; }

    /// <summary>Last port.</summary>
    public ushort Last { get; }

    /// <summary>Number of ports.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether an access of <paramref name="bytes"/> ports from <paramref name="port"/> lies inside.</summary>
    public bool Contains(ushort port, int bytes = 1) => port >= First && port + bytes - 1 <= Last;

    /// <summary>Whether the other range lies inside.</summary>
    public bool Contains(PortRange other) => other.First >= First && other.Last <= Last;

    /// <summary>Reads <c>0x3F8-0x3FF</c>, or <c>0x61</c> for a single port.</summary>
    /// <exception cref="FormatException">It is no range of ports in hexadecimal.</exception>
    public static PortRange Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out PortRange range)
        ? range
        : throw new FormatException($"'{s}' is no range of ports: write it in hexadecimal, the lower port first, as 0x70-0x71 or 0x61.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PortRange result)
    {
        string[] ends = s?.Split('-') ?? [];
        bool isRange = ends.Length is 1 or 2 & Port(ends.FirstOrDefault(), out ushort first) & Port(ends.LastOrDefault(), out ushort last) && last >= first;
        result = isRange ? new(first, last) : default;
        return isRange;
    }

    /// <summary><c>0x3F8-0x3FF</c>, or <c>0x61</c> for a single port.</summary>
    public override string ToString() => First == Last
        ? string.Create(CultureInfo.InvariantCulture, $"0x{First:X}")
        : string.Create(CultureInfo.InvariantCulture, $"0x{First:X}-0x{Last:X}");

    static bool Port(string? text, out ushort port)
    {
        port = 0;
        return text?.StartsWith("0x", StringComparison.OrdinalIgnoreCase) == true
            && ushort.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out port);
    }
}
