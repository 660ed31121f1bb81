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
            Fit(reporter, $"{register.Path}/reset", register.Reset, register.Mask, $"The reset value of {register.FullName}");
            Fit(reporter, $"{register.Path}/initial", register.Initial, register.Mask, $"The initial value of {register.FullName}");
        }

        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter))
        {
            Fit(reporter, $"{field.PathIn(register)}/reset", field.Reset, field.Largest, $"The reset value of {field.Name}");
        }
    }

    void Fit(Reporter reporter, string path, ulong? value, ulong largest, string what)
    {
        if (value > largest)
        {
            reporter.Report(Rule, path, $"{what} is 0x{value:X}; the largest that fits is 0x{largest:X}.");
        }
    }
}
