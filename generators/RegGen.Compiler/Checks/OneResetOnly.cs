using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A reset value is told once.</summary>
sealed class OneResetOnly : Check
{
    public override Rule Rule { get; } = new("RG2015", Severity.Error, "Two reset values",
        "Write the reset value once: on the register, or on its fields.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter)
            .Where(each => each.Field.Reset is not null && each.Register.Reset is not null))
        {
            reporter.Report(Rule, $"{field.PathIn(register)}/reset",
                $"{field.Name} has a reset value, but {register.FullName} has one too ({reporter.LineOf($"{register.Path}/reset")}).",
                reporter.At($"{register.Path}/reset", $"The reset value of {register.FullName} stands here."));
        }
    }
}
