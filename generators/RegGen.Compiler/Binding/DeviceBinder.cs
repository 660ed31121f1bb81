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
        defaults = defaults with { Lock = registers.Guards.Lock(map, "", "", defaults) };
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
            Registers = blocks.Registers(map, defaults).ToEquatable(),
        };

        // Each of these may refer to what stands before it.
        var regions = new RegionBinder(blocks, defaults, reporter);
        device = device with { Blocks = blocks.Blocks.ToEquatable() };
        device = device with { Regions = regions.Bind(map, device).ToEquatable() };
        device = device with { Blocks = blocks.Blocks.ToEquatable() };
        var windows = new WindowBinder(blocks, registers.Guards, defaults, reporter);
        var whole = new Container(null, null, IsBlock: false, map);
        Container[] atPorts = [whole, .. regions.Containers, .. blocks.Containers];
        foreach (Container owner in atPorts)
        {
            device = windows.Bind(owner, device);
        }

        Container[] owners = [whole, .. blocks.Containers];
        string[] sequences = [.. owners.SelectMany(owner => owner.NamesUnder("sequences"))];
        var joined = new JoinedBinder(registers.Encodings, reporter);
        var references = new ReferenceBinder(device, reporter);
        var conditions = new ConditionBinder(references, BankBinder.Names(owners), reporter);
        var resolver = new RegisterResolver(registers, references, conditions, reporter);
        device = device with
        {
            Registers = resolver.Resolve(device.Registers).ToEquatable(),
            Regions = device.Regions.Select(region => region with { Registers = resolver.Resolve(region.Registers).ToEquatable() }).ToEquatable(),
            Windows = device.Windows.Select(window => window with { Registers = resolver.Resolve(window.Registers).ToEquatable() }).ToEquatable(),
            Banks = In(owners, "banks", (named, owner) => BankBinder.Bind(named, owner, references, reporter)),
            Joined = In(owners, "joined", (named, owner) => joined.Bind(named, owner, references, conditions)),
        };
        // A region whose optional registers were all left out needs no base.
        device = device with { Regions = device.Regions.Select(region => regions.WithBase(region, device, references)).Where(region => region.Registers.Count > 0).ToEquatable() };
        references = new ReferenceBinder(device, reporter, sequences);
        device = device with
        {
            Registers = references.Protocols(device.Registers, registers).ToEquatable(),
            Regions = device.Regions.Select(region => region with { Registers = references.Protocols(region.Registers, registers).ToEquatable() }).ToEquatable(),
            Windows = device.Windows
                .Select(window => windows.WithSteps(window, references) with { Registers = references.Protocols(window.Registers, registers).ToEquatable() }).ToEquatable(),
            OneShots = In(owners, "banks", (named, owner) => BankBinder.OneShot(named, owner, references, reporter)),
            Joined = device.Joined.Select(known => joined.WithSteps(known, references)).ToEquatable(),
            Sequences = In(owners, "sequences", (named, owner) => SequenceBinder.Bind(named, owner, references, reporter)),
            Locks = registers.Guards.Locks(references).ToEquatable(),
        };
        device = device with { Identity = IdentityBinder.Bind(map, new ReferenceBinder(device, reporter, sequences), reporter) };
        references.CheckEnums();
        return name is null ? null : Dangers.Spread(Locks.FreeKeys(device)) with { Renamed = reporter.Renamed.ToEquatable() };
    }

    // What stands under a key of the device and of its blocks.
    static EquatableArray<T> In<T>(IEnumerable<Container> owners, string key, Func<NamedNode, string?, T?> bind)
        where T : class, IEquatable<T> => owners.SelectMany(owner => owner.Map.Named(key).Select(named => bind(named, owner.Name))).OfType<T>().ToEquatable();

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
