using System.Globalization;
using System.Text.RegularExpressions;
using RegGen.Claims;

namespace RegGen.Backends.Driver;

/// <summary>Ports that need more than a line of the driver's policy, and why.</summary>
/// <param name="Ports">The ports.</param>
/// <param name="Flags">The flags of the policy that a line needs for them: <see cref="DriverAbi.PolicySystem"/>, <see cref="DriverAbi.PolicyDanger"/>.</param>
/// <param name="IsNever">Whether nobody gets them, whatever the policy says.</param>
/// <param name="Reason">Why, in words.</param>
sealed record Denial(PortRange Ports, byte Flags, bool IsNever, string Reason)
{
    /// <summary>The flags as a policy spells them.</summary>
    public string FlagNames => Spell(Flags);

    /// <summary>Flags as a policy spells them: <c>system danger</c>.</summary>
    public static string Spell(int flags) => string.Join(' ', new[] { (flags & DriverAbi.PolicySystem) != 0 ? "system" : null, (flags & DriverAbi.PolicyDanger) != 0 ? "danger" : null }.OfType<string>());
}

/// <summary>The driver's own table, <c>driver/core/denials.def</c>, which the library carries so that a refusal can say why.</summary>
static partial class Denials
{
    static readonly Lazy<string> s_table = new(Read);
    static readonly Lazy<IReadOnlyList<Denial>> s_ports = new(() => [.. PortLines().Matches(s_table.Value).Select(Parse)]);

    /// <summary>The ports, ascending.</summary>
    public static IReadOnlyList<Denial> Ports => s_ports.Value;

    /// <summary>What is said of ports of a range, ascending.</summary>
    public static IEnumerable<Denial> Of(PortRange range) => Ports.Where(denial => denial.Ports.First <= range.Last && range.First <= denial.Ports.Last);

    /// <summary>Why a byte may not be written to a port, or null.</summary>
    public static string? Of(ushort port, byte value) =>
        ValueLines().Matches(s_table.Value).FirstOrDefault(line => Number(line, 1) == port && Number(line, 2) <= value && value <= Number(line, 3))?.Groups[4].Value;

    static Denial Parse(Match line)
    {
        string needs = line.Groups[3].Value;
        int flags = (needs.Contains("SYSTEM", StringComparison.Ordinal) ? DriverAbi.PolicySystem : 0) | (needs.Contains("DANGER", StringComparison.Ordinal) ? DriverAbi.PolicyDanger : 0);
        return new(new(Number(line, 1), Number(line, 2)), (byte)flags, needs.Contains("NEVER", StringComparison.Ordinal), line.Groups[4].Value);
    }

    static ushort Number(Match line, int group) => ushort.Parse(line.Groups[group].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    static string Read()
    {
        using StreamReader reader = new(typeof(Denials).Assembly.GetManifestResourceStream("denials.def")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""^PORTS\(0x([0-9A-F]+), 0x([0-9A-F]+), ([A-Z| ]+), "(.+)"\)\r?$""", RegexOptions.Multiline)]
    private static partial Regex PortLines();

    [GeneratedRegex("""^VALUES\(0x([0-9A-F]+), 0x([0-9A-F]+), 0x([0-9A-F]+), "(.+)"\)\r?$""", RegexOptions.Multiline)]
    private static partial Regex ValueLines();
}
