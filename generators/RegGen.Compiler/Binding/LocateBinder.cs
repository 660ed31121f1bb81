using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds how a device is found: <c>locate: { pci: { vendor: 0x10EC, device: 0x8139, bar: 0 } }</c>.</summary>
static class LocateBinder
{
    public static LocateModel? Bind(MapReader device, Reporter reporter)
    {
        if (device.Find("locate") is not { } node || new MapReader(node, KeyTables.Located, "locate", reporter).Find("pci") is not { } pci)
        {
            return null;
        }

        var map = new MapReader(pci, KeyTables.Pci, "locate/pci", reporter);
        ScalarNode[] ids = map.Find("device") is ListNode ? [.. map.List("device") ?? []] : map.Scalar("device") is { } one ? [one] : [];
        ulong?[] devices = [.. ids.Select(id => map.Number(id, "'device'", 0, 0xFFFF))];
        ulong? vendor = map.Number("vendor", 0, 0xFFFF), code = map.Number("class", 0, 0xFFFFFF);
        ulong? bar = map.Number("bar", 0, 5);
        MapReader? at = map.Find("base") is { } place ? new MapReader(place, KeyTables.PciBase, "locate/pci/base", reporter) : null;
        if (pci is MapNode && (map.Find("bar") is null) == (at is null))
        {
            map.Report(BindingRules.WrongKind, pci, "What holds the first port is either 'bar', a base address register, or 'base', another register of configuration space.");
        }

        if (pci is MapNode && map.Find("vendor") is null && map.Find("class") is null)
        {
            map.Report(BindingRules.WrongKind, pci, "A device on PCI is recognized by 'vendor' and 'device', by 'class', or by all of them.");
        }
        else if (ids.Length > 0 && map.Find("vendor") is null)
        {
            map.Report(BindingRules.WrongKind, map.Find("device")!, "'device' is the vendor's number: it means nothing without 'vendor'.");
        }

        return new LocateModel(
            (ushort?)vendor, devices.OfType<ulong>().Select(id => (ushort)id).ToEquatable(), (uint?)code, (uint)(map.Number("mask", 1, 0xFFFFFF) ?? 0xFFFFFF), (int)(bar ?? 0))
        {
            Base = at is null ? null : Bits(at, "locate/pci/base", 16, reporter),
            Enable = at?.Find("enable") is { } enable ? Bits(new MapReader(enable, KeyTables.PciBits, "locate/pci/base/enable", reporter), "locate/pci/base/enable", 32, reporter) : null,
        };
    }

    // Configuration space is read by dwords; bits count from where the datasheet has them.
    static PciBitsModel? Bits(MapReader map, string path, int most, Reporter reporter)
    {
        if (map.Number("at", 0, 0xFF) is not { } at || map.Find("bits") is not { } bits
            || BitsBinder.Bind(new NamedNode($"the register at 0x{at:X2}", bits, path), bits, reporter) is not { } pieces)
        {
            return null;
        }

        if (pieces.Count != 1)
        {
            map.Report(BindingRules.NotBits, bits, $"The bits of the register at 0x{at:X2} are one range, but here is {bits.Kind}.");
            return null;
        }

        (int high, int low) = (pieces[0].High, pieces[0].Low);
        if (high >= most || high + (int)(at % 4 * 8) > 31)
        {
            map.Report(BindingRules.OutOfRange, bits, $"Bits {high}..{low} at 0x{at:X2} do not fit: {(high >= most ? "a port has 16 bits" : "they reach past the dword")}.");
            return null;
        }

        return new PciBitsModel((int)at, (uint)((1ul << (high + 1)) - (1ul << low)));
    }
}
