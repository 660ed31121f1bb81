using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Where a region begins, as data.</summary>
static class RegionBase
{
    public static IEnumerable<string> Of(DeviceModel device, RegionModel region)
    {
        switch (region.Base)
        {
            case FixedBaseModel known:
                return [$"Port = 0x{known.Port:X}"];
            case BarBaseModel known:
                return [$"Bar = {known.Bar}"];
            case SelectedBaseModel { Field: var field } selected:
                RegisterModel chooser = device.Find(field.Register)!;
                int low = chooser.Find(field.Field ?? "")?.Low ?? 0;
                string choices = string.Join(", ", selected.Choices.Select(choice => $"({CSharpText.Hex(choice.Value << low, chooser.Width)}, 0x{choice.Port:X})"));
                return [$"From = [{CSharpText.Literal(field.Register)}]", $"Mask = {MaskOf(device, field)}", $"Choices = [{choices}]"];
            case ReadBaseModel { Register: { } field }:
                return [$"From = [{CSharpText.Literal(field.Register)}]", $"Mask = {MaskOf(device, field)}", Within()];
            default:
                IEnumerable<string> of = device.FindJoined(((ReadBaseModel)region.Base!).Joined!)!.Registers;
                return [$"From = [{string.Join(", ", of.Select(CSharpText.Literal))}]", Within()];
        }

        string Within() => $"Within = (0x{region.Within.First:X}, 0x{region.Within.Last:X})";
    }

    static string MaskOf(DeviceModel device, FieldReference field)
    {
        RegisterModel register = device.Find(field.Register)!;
        return CSharpText.Hex(register.Find(field.Field ?? "")?.Mask ?? register.Mask, register.Width);
    }
}
