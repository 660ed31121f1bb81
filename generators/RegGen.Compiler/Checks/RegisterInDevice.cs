using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A register lies inside the ports of its device.</summary>
sealed class RegisterInDevice : Check
{
    public override Rule Rule { get; } = new("RG2004", Severity.Error, "Register outside the device",
        "Correct 'at', or the device's 'size'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(device.Registers, reporter).Where(_ => reporter.IsSound("size")))
        {
            PlaceModel? outside = device.ElementsOf(register).SelectMany(element => element.Places).Select(each => each.Place).FirstOrDefault(place => place.Address + register.Bytes > device.Size);
            if (outside is not null)
            {
                reporter.Report(Rule, $"{register.Path}/at",
                    $"{register.FullName} covers ports 0x{outside.Address:X} to 0x{outside.Address + register.Bytes - 1:X}, but the device ends at 0x{device.Size - 1:X}.");
            }
        }
    }
}
