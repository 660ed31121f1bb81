using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A register lies inside the ports of its device.</summary>
sealed class RegisterInDevice : Check
{
    public override Rule Rule { get; } = new("RG2004", Severity.Error, "Register outside the device",
        "Correct 'at', or the 'size' of the device or region.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(device.Registers, reporter).Where(_ => reporter.IsSound("size")))
        {
            (RegisterModel Element, PlaceModel Place)? outside = device.ElementsOf(register)
                .SelectMany(element => element.Places.Select(each => ((RegisterModel Element, PlaceModel Place)?)(element, each.Place)))
                .FirstOrDefault(each => each!.Value.Place.Address + register.Bytes > device.Size);
            if (outside is { } found)
            {
                reporter.Report(Rule, $"{register.Path}/at",
                    $"{found.Element.FullName} covers ports 0x{found.Place.Address:X} to 0x{found.Place.Address + register.Bytes - 1:X}, but the device ends at 0x{device.Size - 1:X}.");
            }
        }

        foreach (RegionModel region in device.Regions)
        {
            foreach (RegisterModel register in Understood(region.Registers, reporter).Where(register => register.Address + register.Bytes > region.Size))
            {
                reporter.Report(Rule, $"{register.Path}/at",
                    $"{register.FullName} covers ports 0x{register.Address:X} to 0x{register.Address + register.Bytes - 1:X}, but the region ends at 0x{region.Size - 1:X}.");
            }
        }
    }
}
