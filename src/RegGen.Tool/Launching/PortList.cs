using RegGen.Compiler.Binding;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;
using RegGen.Tool.Reports;

namespace RegGen.Tool.Launching;

/// <summary>From claims to ports: <c>uart16550@Com1,0x70-0x71</c> to <c>0x70-0x71,0x3F8-0x3FF</c>.</summary>
static class PortList
{
    const int LastPort = 0xFFFF;

    /// <summary>The ports of all claims as the launcher takes them, ascending, holes left out.</summary>
    /// <exception cref="ClaimException">One of them cannot be understood.</exception>
    public static string Of(IEnumerable<string> claims)
    {
        var ranges = claims.SelectMany(claim => claim.Split(',')).SelectMany(RangesOf).ToList();
        return string.Join(',', DeviceClaim.Joined(ranges).Select(range => range.First == range.Last ? $"0x{range.First:X}" : $"0x{range.First:X}-0x{range.Last:X}"));
    }

    static IEnumerable<(int First, int Last)> RangesOf(string claim)
    {
        if (claim.Length > 0 && char.IsAsciiDigit(claim[0]))
        {
            return [Range(claim)];
        }

        // A path may hold the sign, too.
        int at = claim.LastIndexOf('@');
        string name = at < 0 ? claim : claim[..at];
        if (name.Length == 0)
        {
            throw new ClaimException($"The claim '{claim}' names no device: write NAME@BASE, as uart16550@0x3F8, or ports, as 0x70-0x71.");
        }

        DeviceModel device = name.EndsWith(".regs.yaml", StringComparison.Ordinal) ? FromFile(name) : Catalogue.Find(name);
        return Ranges(claim, device, BaseOf(name, device, at < 0 ? null : claim[(at + 1)..]));
    }

    // As in /proc/ioports and in the launcher: a bare 70 would be one thing to one reader and another to the next.
    static (int First, int Last) Range(string claim)
    {
        string[] ends = claim.Split('-');
        ulong first = 0, last = 0;
        bool isRange = ends.Length <= 2 && ends.All(end => end.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            && Texts.TryNumber(ends[0], out first) && Texts.TryNumber(ends[^1], out last);
        return isRange && first <= last && last <= LastPort
            ? ((int)first, (int)last)
            : throw new ClaimException($"'{claim}' is no range of ports: write it in hexadecimal, the lower port first, as 0x70-0x71 or 0x61; 0xFFFF is the last port.");
    }

    static DeviceModel FromFile(string path)
    {
        Compiled compiled = DescriptionFiles.Compile([path]);
        Console.Error.Write(TextReport.Of(compiled.Findings));
        return compiled.HasErrors
            ? throw new ClaimException($"{path} has errors.")
            : compiled.Sound[0].Device ?? throw new ClaimException($"{path} is a library, not a device.");
    }

    static ushort BaseOf(string name, DeviceModel device, string? written)
    {
        string known = string.Join(", ", device.Bases.Select(each => $"{each.Name} 0x{each.Port:X}"));
        if (written is null)
        {
            return device.Bases.Count == 1 ? device.Bases[0].Port : throw new ClaimException(device.Bases.Count == 0
                ? $"'{name}' has no usual base: say where it is, as {name}@0x1000."
                : $"'{name}' has several bases: choose one, as {name}@{device.Bases[0].Name} ({known}).");
        }

        if (device.Bases.FirstOrDefault(each => string.Equals(each.Name, written, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return named.Port;
        }

        return Texts.TryNumber(written, out ulong port) && port <= LastPort
            ? (ushort)port
            : throw new ClaimException($"'{name}' has no base '{written}'{Texts.DidYouMean(written, device.Bases.Select(each => each.Name))}"
                + $" Write a port, as {name}@0x300{(known.Length > 0 ? $", or one of {known}" : "")}.");
    }

    static IEnumerable<(int First, int Last)> Ranges(string claim, DeviceModel device, ushort port)
    {
        foreach (ClaimPart part in DeviceClaim.PartsOf(device))
        {
            if (part.Region is { } region && part.Port is null)
            {
                throw new ClaimException($"PCI tells where {region.Name} of '{claim}' is: claim the ports themselves, as 0x1000-0x10FF.");
            }

            if (part.Moves)
            {
                Console.Error.WriteLine($"reggen: {part.Region!.Name} of '{claim}' may be anywhere in 0x{part.Region.Within.First:X}-0x{part.Region.Within.Last:X}, "
                    + "so all of that is claimed; claim the ports themselves to have fewer.");
            }

            foreach ((int first, int last) in part.Offsets)
            {
                int start = part.Port ?? port;
                yield return start + last <= LastPort
                    ? (start + first, start + last)
                    : throw new ClaimException($"'{claim}' would end past port 0xFFFF: its base is too high.");
            }
        }
    }
}
