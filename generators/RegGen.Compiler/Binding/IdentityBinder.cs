using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds how a device is recognized: a condition, or a probe with one.</summary>
static class IdentityBinder
{
    const string Owner = IdentityModel.Path;

    public static IdentityModel? Bind(MapReader device, ReferenceBinder references, Reporter reporter)
    {
        // No bank stands in it: it is not known beforehand what a bank would show.
        var conditions = new ConditionBinder(references, new Dictionary<string, bool>(), reporter);
        if (device.Find("identify") is not { } node)
        {
            return null;
        }

        if (node is not MapNode)
        {
            return device.Scalar("identify") is { } line && conditions.Bind(line, line.Text, Owner) is { } simple
                ? new IdentityModel(line.Text, simple, null, default)
                : null;
        }

        MapReader map = device.Nested("identify", KeyTables.Identity);
        StepsModel? probe = new StepBinder(references, reporter).Bind(map, "probe", new());
        string[] restores = [.. (map.List("restores") ?? []).Select(item => references.Register(item, $"{Owner}/restores")).OfType<string>()];
        return map.Scalar("condition") is { } text && conditions.Bind(text, text.Text, $"{Owner}/condition") is { } when
            ? new IdentityModel(text.Text, when, probe, restores.ToEquatable())
            : null;
    }
}
