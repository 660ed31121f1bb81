using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds windows and the registers behind them.</summary>
sealed class WindowBinder(ReferenceBinder references, RegisterBinder registers, RegisterDefaults defaults, Reporter reporter)
{
    public IEnumerable<WindowModel> Bind(MapReader device) => device.Named("windows").Select(Window).OfType<WindowModel>();

    WindowModel? Window(NamedNode named)
    {
        if (references.IsRegister(named.Name))
        {
            reporter.Report(BindingRules.DuplicateName, named.Path,
                $"{named.Name} is a window here and a register in {reporter.LineOf($"registers/{named.Name}")}, so {named.Name}.X could be in either.",
                reporter.At($"registers/{named.Name}", $"The register {named.Name} stands here."));
        }

        var map = new MapReader(named.Value, KeyTables.Window, named.Path, reporter);
        FieldReference? index = map.Scalar("index") is { } at ? references.Field(at, at.Text, named.Path) : null;
        string? data = map.Scalar("data") is { } register ? references.Register(register, named.Path) : null;
        int width = data is null ? defaults.Width : references.WidthOf(data);
        RegisterModel[] behind = [.. registers.Bind(map, defaults with { Window = named.Name, Owner = named.Name, Origin = 0, Step = 1, Width = width })];
        return new WindowModel(named.Name, map.Text("doc"), index ?? new FieldReference("", null), data ?? "", behind.ToEquatable());
    }
}
