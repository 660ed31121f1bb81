using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds regions: first their registers, then, when all registers are known, what tells their bases.</summary>
sealed class RegionBinder(BlockBinder blocks, RegisterDefaults defaults, Reporter reporter)
{
    static readonly string[] Ways = ["from", "select", "pci-bar"];

    readonly Dictionary<string, MapReader> _maps = new(StringComparer.Ordinal);

    /// <summary>The regions with their keys, for their windows.</summary>
    public IEnumerable<Container> Containers => _maps.Select(region => new Container(region.Key, region.Key, IsBlock: false, region.Value));

    public IEnumerable<RegionModel> Bind(MapReader device, DeviceModel known)
    {
        foreach (NamedNode named in device.Named("regions"))
        {
            if (known.Find(named.Name) is not null)
            {
                reporter.Report(BindingRules.DuplicateName, named.Path,
                    $"{named.Name} is a region here and a register in {reporter.LineOf($"registers/{named.Name}")}, so {named.Name}.X could be in either.",
                    reporter.At($"registers/{named.Name}", $"The register {named.Name} stands here."));
            }

            var map = new MapReader(named.Value, KeyTables.Region, named.Path, reporter);
            _maps[named.Name] = map;
            yield return new RegionModel
            {
                Name = named.Name,
                Doc = map.Text("doc"),
                Size = (int)(map.Number("size", 1, 0x10000) ?? 0x10000),
                Within = Within(map),
                Registers = blocks.Registers(map, defaults with { Region = named.Name, Owner = named.Name, Step = (int?)map.Number("step", 1, 0x1000) ?? 1, IsBigEndian = map.IsBigEndian() ?? defaults.IsBigEndian }).ToEquatable(),
            };
        }
    }

    /// <summary>The region with its base understood.</summary>
    public RegionModel WithBase(RegionModel region, DeviceModel device, ReferenceBinder references)
    {
        MapReader map = _maps[region.Name];
        RegionBaseModel? found = map.Find("base") switch
        {
            null => null,
            ScalarNode { IsEmpty: false } port => map.Number(port, "'base'", 0, 0xFFFF) is { } number ? new FixedBaseModel((ushort)number) : null,
            { } node => Choose(map, node, region, device, references),
        };
        if (map.Find("within") is { } within && found is not (null or ReadBaseModel))
        {
            map.Report(BindingRules.WrongKind, within, "'within' bounds a base that is read from a register; this one is known.");
        }

        if (found is null)
        {
            reporter.Spoil(region.Path);
        }

        return region with { Base = found };
    }

    RegionBaseModel? Choose(MapReader owner, Node node, RegionModel region, DeviceModel device, ReferenceBinder references)
    {
        var map = new MapReader(node, KeyTables.RegionBase, $"{region.Path}/base", reporter);
        string[] ways = [.. Ways.Where(key => map.Find(key) is not null)];
        if (node is MapNode && (ways.Length != 1 || (map.Find("at") is null) == (ways[0] == "select")))
        {
            owner.Report(BindingRules.WrongKind, node, "A base is a port, '{ from: REG }', '{ select: REG.Field, at: { Value: port } }' or '{ pci-bar: 1 }'.");
            return null;
        }

        return map.Scalar("from") is { } from ? Read(from, region, device, references)
            : map.Scalar("select") is { } select ? Selected(map, select, region, references)
            : map.Number("pci-bar", 0, 5) is { } bar ? new BarBaseModel((int)bar)
            : null;
    }

    ReadBaseModel? Read(ScalarNode from, RegionModel region, DeviceModel device, ReferenceBinder references)
    {
        if (device.FindJoined(from.Text) is not { } joined)
        {
            return references.Field(from, from.Text, region.Path) is { } field ? new ReadBaseModel(field, null) : null;
        }

        if (joined.Of.Any(part => part.Field is not null))
        {
            reporter.Report(BindingRules.WrongKind, from, $"A base is held by whole registers; {joined.Title} is joined of fields.");
        }

        return new ReadBaseModel(null, joined.FullName);
    }

    SelectedBaseModel? Selected(MapReader map, ScalarNode select, RegionModel region, ReferenceBinder references)
    {
        if (map.Find("at") is not MapNode at)
        {
            map.Report(BindingRules.WrongKind, map.Find("at")!, "'at' takes a map of values and ports, such as { Mono: 0x3B4, Color: 0x3D4 }.");
            return null;
        }

        if (references.Field(select, select.Text, region.Path) is not { } field)
        {
            return null;
        }

        List<ChoiceModel> choices = [];
        foreach (Entry entry in at.Entries)
        {
            reporter.Place($"{region.Path}/base/at/{entry.Key.Text}", entry.Value);
            if (entry.Value is not ScalarNode port)
            {
                map.Report(BindingRules.WrongKind, entry.Value, $"'{entry.Key.Text}' takes a port, but here is {entry.Value.Kind}.");
            }
            else if (references.Value(field, entry.Key, entry.Key.Text, region.Path) is { } value
                && map.Number(port, $"'{entry.Key.Text}'", 0, 0xFFFF) is { } number)
            {
                choices.Add(new(value, (ushort)number));
            }
        }

        return new(field, choices.ToEquatable());
    }

    // 0x200..0xFFF, or the ports that the system does not keep for itself.
    static (ushort First, ushort Last) Within(MapReader map)
    {
        if (map.Scalar("within") is not { } text)
        {
            return (0x100, 0xFFFF);
        }

        if (Texts.TryRange(text.Text, 0xFFFF, out ulong first, out ulong last))
        {
            return ((ushort)first, (ushort)last);
        }

        map.Report(BindingRules.NotRange, text, $"'within' is {text.Kind}.");
        return (0, 0xFFFF);
    }
}
