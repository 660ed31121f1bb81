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
        if (reporter.IsSound("size"))
        {
            CheckEach(device, device.Registers, device.Size, "device", reporter);
        }

        foreach (RegionModel region in device.Regions)
        {
            CheckEach(device, region.Registers, region.Size, "region", reporter);
        }
    }

    void CheckEach(DeviceModel device, IEnumerable<RegisterModel> registers, int size, string part, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(registers, reporter))
        {
            (RegisterModel Element, PlaceModel Place)? outside = device.ElementsOf(register)
                .SelectMany(element => element.Places.Select(each => ((RegisterModel Element, PlaceModel Place)?)(element, each.Place)))
                .FirstOrDefault(each => each!.Value.Place.Address + register.Bytes > size);
            if (outside is { } found)
            {
                reporter.Report(Rule, $"{register.Path}/at",
                    $"{found.Element.FullName} covers ports 0x{found.Place.Address:X} to 0x{found.Place.Address + register.Bytes - 1:X}, but the {part} ends at 0x{size - 1:X}.");
            }
        }
    }
}
