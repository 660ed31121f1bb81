using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What tells the base of a region can be read, or is remembered; a choosing field has each value that is given.</summary>
sealed class RegionBaseKnown : Check
{
    public override Rule Rule { get; } = new("RG2102", Severity.Error, "Base that cannot be known",
        "Name a register that can be read or has 'shadow: true', outside the region, and values that its field can have.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegionModel region in device.Regions.Where(region => reporter.IsUnderstood(region.Path)))
        {
            FieldReference? field = region.Base switch
            {
                SelectedBaseModel selected => selected.Field,
                ReadBaseModel read => read.Register,
                _ => null,
            };
            if (field is not null && device.Find(field.Register) is { } register && reporter.IsSound(register.Path))
            {
                Known(region, field, register, device, reporter);
            }
        }
    }

    void Known(RegionModel region, FieldReference field, RegisterModel register, DeviceModel device, Reporter reporter)
    {
        if (register.Region == region.Name)
        {
            reporter.Report(Rule, $"{region.Path}/base", $"{field} stands in {region.Name} itself.");
        }
        else if (!register.CanRead && !register.Shadow)
        {
            reporter.Report(Rule, $"{region.Path}/base", $"{register.FullName} can be written but not read, so nothing tells where {region.Name} is.");
        }

        foreach (ChoiceModel choice in (region.Base as SelectedBaseModel)?.Choices ?? default)
        {
            if (choice.Value > device.LargestOf(field))
            {
                reporter.Report(Rule, $"{region.Path}/base", $"{field} holds 0 to {device.LargestOf(field)}, never {choice.Value}.");
            }
        }
    }
}
