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
        StepVariable[] inputs = [new(WindowModel.At, window.AtWidth), .. window.Parameters.Select(parameter => new StepVariable(parameter.Name, parameter.Width))];
        return window with { Select = steps.Bind(map, "select", new(inputs)), Enter = steps.Bind(map, "enter", new()), Exit = steps.Bind(map, "exit", new()) };
    }

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
        bool chosenOnce = (map.Find("index") is null) != (map.Find("select") is null);
        if (!chosenOnce)
        {
            reporter.Spoil(named.Path);
            reporter.Report(map.Find("index") is null ? BindingRules.MissingKey : BindingRules.WrongKind, named.Path, map.Find("index") is null
                ? "The window lacks 'index' (REG or REG.Field), or 'select' (list of step)."
                : $"{fullName} gives 'index' and 'select', but one of them chooses.");
        }
        else if (map.Find("select") is not null && map.Find("size") is null)
        {
            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.MissingKey, named.Path, "A window with 'select' lacks 'size' (number): it says how many bits 'at' has.");
        }

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
            Size = (int?)map.Number("size", 1, map.Find("select") is null ? int.MaxValue : 0x10000ul),
            Registers = registers.Bind(map, defaults with
            {
                Window = fullName,
                Region = region,
                Owner = fullName,
                Origin = 0,
                Step = 1,
                Width = width,
                IsBigEndian = false,
                Recovery = recovery,
                CountsBytes = data.LaneBits > 0,
                IsBigEndian = false,
                Recovery = recovery,
                Lock = guard ?? defaults.Lock,
            }).ToEquatable(),
        };
    }

    // bus: 0..255
    static IEnumerable<WindowParameterModel> Parameters(MapReader map)
    {
        foreach (NamedNode parameter in map.Named("parameters"))
        {
            if (parameter.Name == WindowModel.At)
            {
                map.Report(BindingRules.DuplicateName, parameter.Value, "'at' is the address; a parameter needs another name.");
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
