using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>A description names what it was written from.</summary>
sealed class SourceNamed : Check
{
    public override Rule Rule { get; } = new("RG4006", Severity.Warning, "No source",
        "Add 'meta: { source: ... }' with maker, title and number of the datasheet.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        if (device.Source.Length == 0)
        {
            reporter.Report(Rule, "device", $"The description of {device.Name} does not say what it was written from.");
        }
    }
}
