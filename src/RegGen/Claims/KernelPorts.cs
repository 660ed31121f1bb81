using System.Globalization;
using System.Text.RegularExpressions;

namespace RegGen.Claims;

/// <summary>The ports that the kernel and its drivers have taken, as <c>/proc/ioports</c> lists them.</summary>
/// <remarks>
/// Advisory: a driver may take ports a moment later, and who lacks CAP_SYS_ADMIN reads zeros for all addresses. The launcher looks as root.
/// Each line is <c>first-last : name</c> in hexadecimal, indented by two blanks for each range that it lies in.
/// </remarks>
static partial class KernelPorts
{
    public const string File = "/proc/ioports";

    /// <summary>What our own driver's claims are called there.</summary>
    public const string OurDriver = "reggen";

    /// <summary>The owners; null where the system does not show them to this process.</summary>
    public static IReadOnlyList<PortOwner>? Owners(string file = File)
    {
        try
        {
            return Parse(System.IO.File.ReadLines(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static IReadOnlyList<PortOwner>? Parse(IEnumerable<string> lines)
    {
        List<PortOwner> owners = [];
        List<string> around = [];
        bool shown = false;
        foreach (Match line in lines.Select(line => Line().Match(line)).Where(line => line.Success))
        {
            ushort first = Port(line, 2), last = Port(line, 3);
            shown |= last != 0;
            string name = line.Groups[4].Value;
            int depth = Math.Min(line.Groups[1].Length / 2, around.Count);
            if (last >= first && !IsPlace(name, depth == 0 ? null : around[depth - 1]))
            {
                owners.Add(new(name, new(first, last), IsKernel: true));
            }

            around.RemoveRange(depth, around.Count - depth);
            around.Add(name);
        }

        return shown ? owners : null;
    }

    // A bridge's window, a base address register and what firmware reserves are no one's until a driver stands in them, on a line of its own. A driver
    // may call its own by the address of its device, inside the entry of that name. native/launcher/owners.c has the same rule.
    static bool IsPlace(string name, string? around) => name != around && Place().IsMatch(name);

    static ushort Port(Match line, int group) =>
        (ushort)Math.Min(ushort.MaxValue, ulong.Parse(line.Groups[group].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    [GeneratedRegex("^( *)([0-9a-f]{4,16})-([0-9a-f]{4,16}) : (.+)$")]
    private static partial Regex Line();

    [GeneratedRegex("^(?:PCI (?:Bus|CardBus) [0-9a-f]{4,}:[0-9a-f]{2}|[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]|pnp [0-9a-f]{2}:[0-9a-f]{2})$")]
    private static partial Regex Place();
}
