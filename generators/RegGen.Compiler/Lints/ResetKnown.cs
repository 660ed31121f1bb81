using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>A register that keeps what is written says what it holds after reset.</summary>
sealed class ResetKnown : Check
{
    public override Rule Rule { get; } = new("RG4001", Severity.Warning, "No reset value",
        "Add 'reset' as the datasheet has it; or 'reset: unknown' where that leaves it open.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Reset is null && !register.ResetIsUnknown && register.Access is { CanRead: true, Write: WriteEffect.Normal }))
        {
            string[] unknown = [.. register.Fields.Where(field => field.Reset is null && !field.ResetIsUnknown && field.Access.Write == WriteEffect.Normal).Select(field => field.Name)];
            if (register.Fields.Count == 0 || unknown.Length > 0)
            {
                reporter.Report(Rule, register.Path, $"{register.FullName} has no reset value{(unknown.Length > 0 ? $", nor has {string.Join(", ", unknown)}" : "")}.");
            }
        }
    }
}
