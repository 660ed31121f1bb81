using System.Text.RegularExpressions;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds windows and the registers behind them.</summary>
/// <param name="blocks">Binds the registers.</param>
/// <param name="guards">Binds what locks writes.</param>
/// <param name="defaults">What registers take that give no value of their own.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class WindowBinder(BlockBinder blocks, GuardBinder guards, RegisterDefaults defaults, Reporter reporter)
{
    static readonly Regex s_handsOver = new(@"^\s*(result\s+\w+\s*<-\s*(?<read>[\w.\[\]]+)|(?<write>[\w.\[\]]+)\s*<-\s*value)\s*$", RegexOptions.CultureInvariant);

    static readonly string[] s_accesses = ["read", "write"];

    static readonly string[] s_ways = ["index", "select", "read", "write"];

    readonly Dictionary<string, MapReader> _maps = new(StringComparer.Ordinal);

    /// <summary>The device with the windows that stand in something: in the device itself, a region or a block. A window may lie in an earlier one.</summary>
    public DeviceModel Bind(Container owner, DeviceModel device)
    {
        foreach (NamedNode named in owner.Map.Named("windows"))
        {
            int known = blocks.Containers.Count;
            WindowModel window = Window(named, device, owner);
            device = device with { Windows = device.Windows.Append(window).ToEquatable(), Blocks = blocks.Blocks.ToEquatable() };
            foreach (Container inside in blocks.Containers.Skip(known).ToArray())
            {
                device = Bind(inside, device);
            }
        }

        return device;
    }

    /// <summary>The window with its steps understood: what chooses, and what must be done before and after.</summary>
    public WindowModel WithSteps(WindowModel window, ReferenceBinder references)
    {
        MapReader map = _maps[window.Path];
        var steps = new StepBinder(references, reporter, window.Owner, knowsPlace: false);
        StepVariable[] inputs = [new(WindowModel.At, window.Size is null ? 0 : window.AtWidth), .. window.Parameters.Select(parameter => new StepVariable(parameter.Name, parameter.Width))];
        var value = new StepVariable(WindowModel.Value, 0);
        StepsModel? read = steps.Bind(map, "read", new(inputs)), write = steps.Bind(map, "write", new([.. inputs, value]));
        window = window with
        {
            Select = steps.Bind(map, "select", new(inputs)),
            ReadSteps = read,
            WriteSteps = write,
            Enter = steps.Bind(map, "enter", new()),
            Exit = steps.Bind(map, "exit", new()),
        };
        return read is null && write is null ? window : window with { Reads = DataOf(read, isWrite: false), Writes = DataOf(write, isWrite: true) };
    }

    static EquatableArray<string> DataOf(StepsModel? steps, bool isWrite) => steps is not null && WindowModel.DataStepOf(steps, isWrite) is var i && i < steps.Steps.Count
        ? new EquatableArray<string>([steps.Steps[i].Targets.First().Register])
        : default;

    WindowModel Window(NamedNode named, DeviceModel device, Container owner)
    {
        string fullName = owner.FullNameOf(named.Name);
        if (device.Find(fullName) is { } same)
        {
            reporter.Report(BindingRules.DuplicateName, named.Path,
                $"{fullName} is a window here and a register in {reporter.LineOf(same.Path)}, so {fullName}.X could be in either.",
                reporter.At(same.Path, $"The register {fullName} stands here."));
        }
        else if (owner.Name is null && device.Regions.Any(known => known.Name == named.Name))
        {
            reporter.Report(BindingRules.DuplicateName, named.Path,
                $"{named.Name} is a window here and a region in {reporter.LineOf($"regions/{named.Name}")}, so {named.Name}.X could be in either.",
                reporter.At($"regions/{named.Name}", $"The region {named.Name} stands here."));
        }

        var references = new ReferenceBinder(device, reporter);
        var map = new MapReader(named.Value, KeyTables.Window, named.Path, reporter);
        _maps[named.Path] = map;
        RegisterDefaults around = defaults with { Owner = owner.Name, Block = owner.IsBlock ? owner.Name : null };
        FieldReference? index = map.Scalar("index") is { } at ? references.Field(at, at.Text, named.Path, owner.Name, knowsPlace: false) : null;
        string? guard = guards.Lock(map, named.Name, named.Path, around with { Lock = null });
        CheckWays(map, named.Path, fullName);
        var data = new DataBinder(references, owner.Name, reporter);
        (string[] reads, string[] writes) = data.Bind(map, named.Path);
        int width = reads.Concat(writes).Select(data => (int?)references.WidthOf(data)).FirstOrDefault() ?? WidthIn(map, references, owner.Name) ?? defaults.Width;
        RecoveryModel? recovery = map.Recovery(null);
        return new WindowModel
        {
            Name = named.Name,
            Path = named.Path,
            Owner = owner.Name,
            Region = owner.Region,
            Doc = map.Text("doc"),
            Index = index ?? new FieldReference("", null),
            Parameters = Parameters(map).ToEquatable(),
            LaneBits = data.LaneBits,
            Reads = reads.ToEquatable(),
            Writes = writes.ToEquatable(),
            Increment = map.Word("increment", ("read", Increment.Read), ("write", Increment.Write), ("both", Increment.Both)) ?? Increment.None,
            Recovery = recovery,
            Lock = map.Scalar("lock")?.Text,
            Guard = guard,
            Size = (int?)map.Number("size", 1, map.Find("index") is not null ? int.MaxValue : 0x10000ul),
            Registers = blocks.Registers(map, around with
            {
                Window = fullName,
                Region = owner.Region,
                Owner = fullName,
                Origin = 0,
                Step = 1,
                Width = width,
                CountsBytes = data.LaneBits > 0,
                IsBigEndian = false,
                Recovery = recovery,
                Lock = guard ?? defaults.Lock,
            }).ToEquatable(),
        };
    }

    // The width of the register that the steps of a whole access hand over, which are understood later.
    static int? WidthIn(MapReader map, ReferenceBinder references, string? scope) => s_accesses
        .SelectMany(key => (map.Find(key) as ListNode)?.Items ?? []).OfType<ScalarNode>()
        .Select(step => s_handsOver.Match(step.Text)).Where(match => match.Success)
        .Select(match => references.WidthOf(match.Groups["read"].Value + match.Groups["write"].Value, scope)).FirstOrDefault(width => width is not null);

    // An index, steps that choose, or steps of a whole access.
    void CheckWays(MapReader map, string path, string window)
    {
        string[] ways = [.. s_ways.Where(key => map.Find(key) is not null)];
        bool isAccess = ways.Any(way => way is "read" or "write");
        if (ways.Length == 0)
        {
            Report(BindingRules.MissingKey, "The window lacks 'index' (REG or REG.Field), or 'select', or 'read' and 'write' (list of step).");
        }
        else if (ways.Length > (isAccess ? ways.Count(way => way is "read" or "write") : 1))
        {
            Report(BindingRules.WrongKind, $"{window} gives {string.Join(" and ", ways.Select(way => $"'{way}'"))}, but one way leads to a register.");
        }
        else if (map.Find("index") is null && map.Find("size") is null)
        {
            Report(BindingRules.MissingKey, $"A window with '{ways[0]}' lacks 'size' (number): it says how many bits 'at' has.");
        }

        if (isAccess && map.Find("data") is { } data)
        {
            map.Report(BindingRules.WrongKind, data, $"The steps of '{ways.Last()}' name the data register themselves.");
        }
        else if (!isAccess && map.Find("data") is null)
        {
            Report(BindingRules.MissingKey, $"The window lacks 'data' ({KeyTables.Window.Keys.First(key => key.Name == "data").Form}).");
        }

        void Report(Rule rule, string what)
        {
            reporter.Spoil(path);
            reporter.Report(rule, path, what);
        }
    }

    // bus: 0..255
    static IEnumerable<WindowParameterModel> Parameters(MapReader map)
    {
        foreach (NamedNode parameter in map.Named("parameters"))
        {
            if (parameter.Name is WindowModel.At or WindowModel.Value)
            {
                map.Report(BindingRules.DuplicateName, parameter.Value,
                    $"'{parameter.Name}' is {(parameter.Name == WindowModel.At ? "the address" : "what is written")}; a parameter needs another name.");
            }
            else if (parameter.Value is ScalarNode range && Texts.TryRange(range.Text, uint.MaxValue, out ulong first, out ulong last))
            {
                yield return new(parameter.Name, (uint)first, (uint)last);
            }
            else
            {
                map.Report(BindingRules.NotRange, parameter.Value, $"The parameter {parameter.Name} is {parameter.Value.Kind}.");
            }
        }
    }
}
