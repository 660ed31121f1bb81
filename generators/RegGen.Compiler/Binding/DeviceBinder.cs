using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the nodes of a file to a device: first what stands for itself, then what refers to something else.</summary>
static class DeviceBinder
{
    /// <summary>The device, or null if not even its name is known.</summary>
    public static DeviceModel? Bind(MapNode root, string fileName, Reporter reporter)
    {
        var map = new MapReader(Placement.Apply(root, reporter), KeyTables.Device, "", reporter);
        CheckVersion(map);
        string? name = map.Name("device");
        map.Word("space", ("io", true));
        string source = map.Find("meta") is { } meta ? new MapReader(meta, KeyTables.Meta, "meta", reporter).Text("source") : "";
        int size = (int)(map.Number("size", 1, 0x10000) ?? 0x10000);

        var defaults = new RegisterDefaults(null, map.Width() ?? 8, map.Access(AccessModes.Find("rw")!.Value));
        var registers = new RegisterBinder(reporter);
        var device = new DeviceModel
        {
            Name = name ?? "Device",
            FileName = fileName,
            Doc = map.Text("doc"),
            Source = source,
            Size = size,
            Bases = Bases(map).ToEquatable(),
            Locate = LocateBinder.Bind(map, reporter),
            Enums = map.Named("enums").Select(named => EnumBinder.Bind(named, reporter)).ToEquatable(),
            Registers = registers.Bind(map, defaults).ToEquatable(),
        };

        // Each of these may refer to what stands before it.
        var regions = new RegionBinder(registers, defaults, reporter);
        device = device with { Regions = regions.Bind(map, device).ToEquatable() };
        var windows = new WindowBinder(registers, defaults, reporter);
        device = windows.Bind(map, device, region: null);
        foreach (KeyValuePair<string, MapReader> region in regions.Maps)
        {
            device = windows.Bind(region.Value, device, region.Key);
        }

        var references = new ReferenceBinder(device, reporter);
        var conditions = new ConditionBinder(references, reporter);
        device = device with
        {
            Registers = registers.Resolve(device.Registers, references, conditions).ToEquatable(),
            Regions = device.Regions
                .Select(region => region with { Registers = registers.Resolve(region.Registers, references, conditions).ToEquatable() }).ToEquatable(),
            Windows = device.Windows
                .Select(window => window with { Registers = registers.Resolve(window.Registers, references, conditions).ToEquatable() }).ToEquatable(),
            Banks = map.Named("banks").Select(named => BankBinder.Bind(named, references, reporter)).OfType<BankModel>().ToEquatable(),
            Joined = map.Named("joined").Select(named => JoinedBinder.Bind(named, references, reporter)).OfType<JoinedModel>().ToEquatable(),
        };
        device = device with { Regions = device.Regions.Select(region => regions.WithBase(region, device, references)).ToEquatable() };
        references = new ReferenceBinder(device, reporter);
        device = device with
        {
            Registers = references.Protocols(device.Registers, registers).ToEquatable(),
            Regions = device.Regions
                .Select(region => region with { Registers = references.Protocols(region.Registers, registers).ToEquatable() }).ToEquatable(),
            Windows = device.Windows
                .Select(window => windows.WithSteps(window, references) with { Registers = references.Protocols(window.Registers, registers).ToEquatable() }).ToEquatable(),
            Sequences = map.Named("sequences").Select(named => SequenceBinder.Bind(named, references, reporter)).ToEquatable(),
        };
        references.CheckEnums();
        return name is null ? null : device;
    }

    static void CheckVersion(MapReader map)
    {
        if (map.Scalar("reggen") is { } version && version.Text != "1")
        {
            map.Report(BindingRules.Version, version, $"This is language version {version.Text}; this compiler knows version 1.");
        }
    }

    static IEnumerable<BaseModel> Bases(MapReader map)
    {
        foreach (NamedNode named in map.Named("bases"))
        {
            if (named.Value is not ScalarNode scalar)
            {
                map.Report(BindingRules.WrongKind, named.Value, $"The base {named.Name} takes a port, but here is {named.Value.Kind}.");
            }
            else if (map.Number(scalar, $"The base {named.Name}", 0, 0xFFFF) is { } port)
            {
                yield return new BaseModel(named.Name, (ushort)port);
            }
        }
    }
}
