using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>An enum that says it names every code does.</summary>
sealed class EnumCovers : Check
{
    public override Rule Rule { get; } = new("RG2044", Severity.Error, "Enum without a name for every code",
        "Name the missing codes, or remove 'exhaustive'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field.Index == 0 && each.Field.Width < 32))
        {
            foreach (EnumModel names in new[] { field.InlineEnum, device.FindEnum(field.Enum), device.FindEnum(field.WriteEnum) }.OfType<EnumModel>())
            {
                string path = field.InlineEnum is null ? $"enums/{names.Name}" : field.EnumPathIn(register);
                if (names.Exhaustive && !names.Covers(field.Width) && reporter.IsSound(path) && said.Add(path))
                {
                    reporter.Report(Rule, $"{path}/exhaustive", $"{names.Name} names {names.Members.Select(member => member.Value).Distinct().Count()} of the {1L << field.Width} codes of {register.FullName}.{field.Declared}; {Missing(names)} is the first without a name.");
                }
            }
        }
    }

    static ulong Missing(EnumModel names)
    {
        ulong code = 0;
        while (names.Members.Any(member => member.Value == code))
        {
            code++;
        }

        return code;
    }
}
