using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A constant fits its field, and stands alone.</summary>
sealed class ConstantFits : Check
{
    public override Rule Rule { get; } = new("RG2043", Severity.Error, "Constant that cannot be",
        "Correct 'value', or remove what contradicts it: a constant is written with every write and is never chosen.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field is { Constant: not null, Index: 0 }))
        {
            string path = $"{register.Path}/fields/{field.Declared}";
            if (field.Constant > field.Largest)
            {
                reporter.Report(Rule, $"{path}/value", $"The value of {field.Declared} is always {field.Constant}; the field holds 0 to {field.Largest}.");
            }
            else if (field.Access.Acts)
            {
                reporter.Report(Rule, $"{path}/value", $"{field.Declared} is {field.Access}: every write would act.");
            }
            else if (field.Reset is not null || field.Neutral is not null || field.HasNoNeutral)
            {
                string key = field.Reset is not null ? "reset" : "neutral";
                reporter.Report(Rule, $"{path}/{key}", $"{field.Declared} is always {field.Constant}, so '{key}' says nothing.");
            }
        }
    }
}
