using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No field is read in a write-only register, none written in a read-only one.</summary>
sealed class FieldWithinRegister : Check
{
    public override Rule Rule { get; } = new("RG2019", Severity.Error, "Field goes beyond its register",
        "Widen the register's access, or narrow the field's: a register's access bounds that of its fields.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter))
        {
            bool read = field.Access.CanRead && !register.Access.CanRead;
            if (read || (field.Access.CanWrite && !register.Access.CanWrite))
            {
                reporter.Report(Rule, $"{field.PathIn(register)}/access",
                    $"{field.Name} is {field.Access}, but {register.FullName} is {register.Access}: it cannot be {(read ? "read" : "written")}.");
            }
        }
    }
}
