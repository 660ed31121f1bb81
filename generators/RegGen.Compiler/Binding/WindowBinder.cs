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

    /// <summary>The window with what must be done before and after understood.</summary>
    public WindowModel WithSteps(WindowModel window, ReferenceBinder references)
    {
        MapReader map = _maps[window.FullName];
        var steps = new StepBinder(references, reporter);
        return window with { Enter = steps.Bind(map, "enter", new()), Exit = steps.Bind(map, "exit", new()) };
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
        (string[] reads, string[] writes) = Data(map, named.Path, node => references.Field(node, Local(node.Text), named.Path));
        int width = reads.Concat(writes).Select(data => (int?)references.WidthOf(data)).FirstOrDefault() ?? defaults.Width;
        RecoveryModel? recovery = map.Recovery(null);
        return new WindowModel
        {
            Name = named.Name,
            Region = region,
            Doc = map.Text("doc"),
            Index = index ?? new FieldReference("", null),
            Reads = reads.ToEquatable(),
            Writes = writes.ToEquatable(),
            Increment = map.Word("increment", ("read", Increment.Read), ("write", Increment.Write), ("both", Increment.Both)) ?? Increment.None,
            Recovery = recovery,
            Lock = map.Scalar("lock")?.Text,
            Size = (int?)map.Number("size", 1, int.MaxValue),
            Registers = registers.Bind(map, defaults with { Window = fullName, Region = region, Owner = fullName, Origin = 0, Step = 1, Width = width, IsBigEndian = false, Recovery = recovery }).ToEquatable(),
        };
    }

    // DATA, [DATA8, DATA16], or { read: ..., write: ... } of these.
    (string[] Reads, string[] Writes) Data(MapReader map, string path, Func<ScalarNode, FieldReference?> find)
    {
        if (map.Find("data") is not MapNode both)
        {
            string[] data = Registers(map, "data", find);
            return (data, data);
        }

        var directions = new MapReader(both, KeyTables.DataDirections, $"{path}/data", reporter);
        return (Registers(directions, "read", find), Registers(directions, "write", find));
    }

    static string[] Registers(MapReader map, string key, Func<ScalarNode, FieldReference?> find)
    {
        IEnumerable<ScalarNode> nodes = map.Find(key) is ListNode ? map.List(key) ?? [] : map.Scalar(key) is { } one ? [one] : [];
        List<string> found = [];
        foreach (ScalarNode node in nodes)
        {
            FieldReference? reference = find(node);
            if (reference is { Field: not null })
            {
                map.Report(BindingRules.UnknownRegister, node, $"'{reference}' is a field; a register is wanted here.");
            }
            else if (reference is not null)
            {
                found.Add(reference.Register);
            }
        }

        return [.. found];
    }
}
