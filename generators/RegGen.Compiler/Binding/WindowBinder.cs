using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds windows and the registers behind them.</summary>
/// <param name="registers">Binds the registers.</param>
/// <param name="defaults">What registers take that give no value of their own.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class WindowBinder(RegisterBinder registers, RegisterDefaults defaults, Reporter reporter)
{
    static readonly string[] s_ways = ["index", "select", "read", "write"];

    readonly Dictionary<string, MapReader> _maps = new(StringComparer.Ordinal);

    /// <summary>The device with the windows of a map: its own, or those of a region. A window may lie in an earlier one.</summary>
    public DeviceModel Bind(MapReader owner, DeviceModel device, string? region)
    {
        foreach (NamedNode named in owner.Named("windows"))
        {
            WindowModel window = Window(named, device, region);
            device = device with { Windows = device.Windows.Append(window).ToEquatable() };
        }

        return device;
    }

    /// <summary>The window with its steps understood: what chooses, and what must be done before and after.</summary>
    public WindowModel WithSteps(WindowModel window, ReferenceBinder references)
    {
        MapReader map = _maps[window.FullName];
        var steps = new StepBinder(references, reporter);
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

    WindowModel Window(NamedNode named, DeviceModel device, string? region)
    {
        string fullName = region is null ? named.Name : $"{region}.{named.Name}";
        if (device.Find(fullName) is { } same)
        {
            reporter.Report(BindingRules.DuplicateName, named.Path,
                $"{fullName} is a window here and a register in {reporter.LineOf(same.Path)}, so {fullName}.X could be in either.",
                reporter.At(same.Path, $"The register {fullName} stands here."));
        }
        else if (region is null && device.Regions.Any(known => known.Name == named.Name))
        {
            reporter.Report(BindingRules.DuplicateName, named.Path,
                $"{named.Name} is a window here and a region in {reporter.LineOf($"regions/{named.Name}")}, so {named.Name}.X could be in either.",
                reporter.At($"regions/{named.Name}", $"The region {named.Name} stands here."));
        }

        var references = new ReferenceBinder(device, reporter);
        var map = new MapReader(named.Value, KeyTables.Window, named.Path, reporter);
        _maps[fullName] = map;
        string Local(string text) => region is not null && device.Find($"{region}.{text.Split('.')[0]}") is not null ? $"{region}.{text}" : text;
        FieldReference? index = map.Scalar("index") is { } at ? references.Field(at, Local(at.Text), named.Path) : null;
        string? guard = registers.Guards.Lock(map, named.Name, named.Path, around: null);
        CheckWays(map, named.Path, fullName);
        var data = new DataBinder(references, Local, reporter);
        (string[] reads, string[] writes) = data.Bind(map, named.Path);
        int width = reads.Concat(writes).Select(data => (int?)references.WidthOf(data)).FirstOrDefault() ?? defaults.Width;
        RecoveryModel? recovery = map.Recovery(null);
        return new WindowModel
        {
            Name = named.Name,
            Region = region,
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
            Registers = registers.Bind(map, defaults with
            {
                Window = fullName,
                Region = region,
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
