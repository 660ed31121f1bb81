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
        if (pci is MapNode && map.Find("vendor") is null && map.Find("class") is null)
        {
            map.Report(BindingRules.WrongKind, pci, "A device on PCI is recognized by 'vendor' and 'device', by 'class', or by all of them.");
        }
        else if (ids.Length > 0 && map.Find("vendor") is null)
        {
            map.Report(BindingRules.WrongKind, map.Find("device")!, "'device' is the vendor's number: it means nothing without 'vendor'.");
        }

        return new LocateModel(
            (ushort?)vendor, devices.OfType<ulong>().Select(id => (ushort)id).ToEquatable(), (uint?)code, (uint)(map.Number("mask", 1, 0xFFFFFF) ?? 0xFFFFFF), (int)(bar ?? 0));
    }
}
