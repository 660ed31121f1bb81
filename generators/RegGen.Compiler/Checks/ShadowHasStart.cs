using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A shadow starts from a known value.</summary>
sealed class ShadowHasStart : Check
{
    public override Rule Rule { get; } = new("RG2008", Severity.Error, "Shadow without a first value",
        "Add 'initial:' with what the register holds when the program starts, or 'reset:'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.Shadow && (register.Initial ?? register.Reset) is null))
        {
            reporter.Report(Rule, $"{register.Path}/shadow", $"{register.FullName} is remembered, but nothing tells what it holds at first.");
        }
    }
}
