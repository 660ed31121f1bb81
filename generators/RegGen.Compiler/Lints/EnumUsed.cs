using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>A shared enum is used by a field, or counts the elements of an array.</summary>
sealed class EnumUsed : Check
{
    public override Rule Rule { get; } = new("RG4005", Severity.Warning, "Unused enum",
        "Use it in a field, or remove it.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        IEnumerable<string?> indexing = device.AllRegisters.Select(register => register.Array?.Index).Concat(device.Blocks.Select(block => block.Array?.Index));
        HashSet<string?> used = [.. device.AllRegisters.SelectMany(register => register.Fields).SelectMany(field => new[] { field.Enum, field.WriteEnum }), .. indexing];
        foreach (EnumModel unused in device.Enums.Where(each => !used.Contains(each.Name)))
        {
            reporter.Report(Rule, $"enums/{unused.Name}", $"No field uses the enum {unused.Name}.");
        }
    }
}
