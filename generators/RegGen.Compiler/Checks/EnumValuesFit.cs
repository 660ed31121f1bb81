using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Each value of an enum fits the fields that use it.</summary>
sealed class EnumValuesFit : Check
{
    public override Rule Rule { get; } = new("RG2006", Severity.Error, "Enum value does not fit its field",
        "Correct the value, or the bits of the field.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter))
        {
            if (field.Index > 0)
            {
                continue;
            }

            EnumModel? names = device.EnumOf(field);
            foreach (EnumMember member in names?.Members.Where(member => member.Value > field.Largest) ?? [])
            {
                string path = field.InlineEnum is null ? field.EnumPathIn(register) : $"{field.EnumPathIn(register)}/{member.Name}";
                reporter.Report(Rule, path, $"{names!.Name}.{member.Name} is {member.Value}, but {register.FullName}.{field.Name} holds 0 to {field.Largest}.");
            }
        }
    }
}
