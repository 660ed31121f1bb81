using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A reset or initial value fits its register or field.</summary>
sealed class ResetFits : Check
{
    public override Rule Rule { get; } = new("RG2005", Severity.Error, "Value does not fit",
        "Correct the value, or the width.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(device.AllRegisters, reporter))
        {
            Fit(reporter, register.Path, "reset", register.Reset, register.Mask, register.FullName);
            Fit(reporter, register.Path, "initial", register.Initial, register.Mask, register.FullName);
        }

        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field.Reset is not null))
        {
            Fit(reporter, field.PathIn(register), "reset", field.Reset, field.Largest, field.Name);
        }
    }

    void Fit(Reporter reporter, string path, string key, ulong? value, ulong largest, string name)
    {
        if (value > largest)
        {
            reporter.Report(Rule, $"{path}/{key}", $"The {key} value of {name} is 0x{value:X}; the largest that fits is 0x{largest:X}.");
        }
    }
}
