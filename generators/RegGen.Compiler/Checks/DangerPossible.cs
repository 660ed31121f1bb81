using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Only what a caller can write is dangerous: reading never asks.</summary>
sealed class DangerPossible : Check
{
    public override Rule Rule { get; } = new("RG2141", Severity.Error, "Danger that cannot come about",
        "Put 'danger' on what is written: a writable register, or a field of it that callers choose.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register is { Danger: not null, CanWrite: false }))
        {
            reporter.Report(Rule, $"{register.Path}/danger", $"{register.Title} cannot be written.");
        }

        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field is { Danger: not null, IsChosen: false, Index: 0 }))
        {
            string why = field.Constant is { } constant ? $"is always {constant}" : "cannot be written";
            reporter.Report(Rule, $"{register.Path}/fields/{field.Declared}/danger", $"{register.Title}.{field.Declared} {why}.");
        }
    }
}
