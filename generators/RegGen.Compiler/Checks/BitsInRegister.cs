using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A field's bits lie inside its register.</summary>
sealed class BitsInRegister : Check
{
    public override Rule Rule { get; } = new("RG2001", Severity.Error, "Bits outside the register",
        "Correct the bits, or the register's width.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field.High >= each.Register.Width))
        {
            reporter.Report(Rule, $"{field.PathIn(register)}/bits",
                $"The field {field.Name} ends at bit {field.High}, but {register.FullName} has bits {register.Width - 1}..0.");
        }
    }
}
