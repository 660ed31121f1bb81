using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the nodes of a file to a device: first what stands for itself, then what refers to something else.</summary>
static class DeviceBinder
{
    /// <summary>The device, or null if not even its name is known.</summary>
    public static DeviceModel? Bind(MapNode root, string fileName, IEnumerable<LibraryModel> libraries, Reporter reporter)
    {
        if (!MetaBinder.IsSupported(root, reporter))
        {
            return null;
        }

        var map = new MapReader(Placement.Apply(root, reporter), KeyTables.Device, "", reporter);
        if (map.Find("registers") is null && map.Find("blocks") is null && map.Find("groups") is null)
        {
            reporter.Report(BindingRules.MissingKey, "", "The description lacks 'registers' (map of name: register).");
        }

        string? name = map.Name("device");
        map.Word("space", ("io", true));
        int size = (int)(map.Number("size", 1, 0x10000) ?? 0x10000);

        var defaults = new RegisterDefaults(null, map.Width() ?? 8, AccessBinder.Bind(map, AccessModes.Find("rw")!.Value, field: false))
        {
            Reserved = AccessBinder.Reserved(map) ?? ReservedPolicy.None,
            Recovery = map.Recovery(null),
            IsBigEndian = map.IsBigEndian() ?? false,
            Step = (int?)map.Number("step", 1, 0x1000) ?? 1,
            Enums = [.. map.Named("enums").Select(named => EnumBinder.Bind(named, reporter))],
        };
        var registers = new RegisterBinder(reporter);
        defaults = defaults with { Lock = registers.Guards.Lock(map, "", "", around: null) };
        var blocks = new BlockBinder(registers, reporter);
        var device = new DeviceModel
        {
            Name = name ?? "Device",
            FileName = fileName,
            Doc = map.Text("doc"),
            Meta = MetaBinder.Bind(map, reporter),
            Libraries = libraries.ToEquatable(),
            Size = size,
            Bases = Bases(map).ToEquatable(),
            Locate = LocateBinder.Bind(map, reporter),
            Enums = defaults.Enums.ToEquatable(),
            Registers = registers.Bind(map, defaults).Concat(blocks.Bind(map, defaults)).ToEquatable(),
            Blocks = blocks.Blocks.ToEquatable(),
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

        var joined = new JoinedBinder(registers.Encodings, reporter);
        var references = new ReferenceBinder(device, reporter);
        var conditions = new ConditionBinder(references, BankBinder.Names(map), reporter);
        var resolver = new RegisterResolver(registers, references, conditions, reporter);
        device = device with
        {
            Registers = resolver.Resolve(device.Registers).ToEquatable(),
            Regions = device.Regions
                .Select(region => region with { Registers = resolver.Resolve(region.Registers).ToEquatable() }).ToEquatable(),
            Windows = device.Windows
                .Select(window => window with { Registers = resolver.Resolve(window.Registers).ToEquatable() }).ToEquatable(),
            Banks = map.Named("banks").Select(named => BankBinder.Bind(named, references, reporter)).OfType<BankModel>().ToEquatable(),
            Joined = map.Named("joined").Select(named => joined.Bind(named, references, conditions)).OfType<JoinedModel>().ToEquatable(),
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
            OneShots = map.Named("banks").Select(named => BankBinder.OneShot(named, references, reporter)).OfType<OneShotModel>().ToEquatable(),
            Joined = device.Joined.Select(known => joined.WithSteps(known, references)).ToEquatable(),
            Sequences = map.Named("sequences").Select(named => SequenceBinder.Bind(named, references, reporter)).ToEquatable(),
            Locks = registers.Guards.Locks(references).ToEquatable(),
        };
        device = device with { Identity = IdentityBinder.Bind(map, new ReferenceBinder(device, reporter), reporter) };
        references.CheckEnums();
        return name is null ? null : Dangers.Spread(Locks.FreeKeys(device)) with { Renamed = reporter.Renamed.ToEquatable() };
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
