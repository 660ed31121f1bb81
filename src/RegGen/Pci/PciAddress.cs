using System.Globalization;

namespace RegGen.Pci;

/// <summary>Where a function sits on PCI: <c>0000:00:1f.3</c>.</summary>
/// <param name="Domain">The domain, 0 on a PC that has only one.</param>
/// <param name="Bus">The bus, 0 to 255.</param>
/// <param name="Device">The device on the bus, 0 to 31.</param>
/// <param name="Function">The function of the device, 0 to 7.</param>
public readonly record struct PciAddress(ushort Domain, byte Bus, byte Device, byte Function)
{
    /// <summary>Reads an address as Linux and Windows write it: <c>0000:00:1f.3</c>, or <c>00:1f.3</c> in domain 0. Digits are hexadecimal.</summary>
    public static bool TryParse(string? text, out PciAddress address)
    {
        address = default;
        string[] parts = (text ?? "").Split([':', '.']);
        if (parts.Length is not (3 or 4) || text![^(parts[^1].Length + 1)] != '.')
        {
            return false;
        }

        ushort domain = 0;
        if ((parts.Length == 4 && !TryHex(parts[0], ushort.MaxValue, out domain))
            || !TryHex(parts[^3], byte.MaxValue, out ushort bus) || !TryHex(parts[^2], 31, out ushort device) || !TryHex(parts[^1], 7, out ushort function))
        {
            return false;
        }

        address = new(domain, (byte)bus, (byte)device, (byte)function);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Device:x2}.{Function}");

    static bool TryHex(string text, ushort most, out ushort number) =>
        ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number) && number <= most;
}
