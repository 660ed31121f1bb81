using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A device at each of its bases ends by port 0xFFFF.</summary>
sealed class BaseFits : Check
{
    public override Rule Rule { get; } = new("RG2011", Severity.Error, "Device ends past port 0xFFFF",
        "Correct the base or the size: I/O ports end at 0xFFFF.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (BaseModel known in device.Bases.Where(known => known.Port + device.Size > 0x10000 && reporter.IsSound("size")))
        {
            reporter.Report(Rule, $"bases/{known.Name}", $"At base {known.Name}, 0x{known.Port:X}, a device of {device.Size} ports ends at 0x{known.Port + device.Size - 1:X}.");
        }
    }
}
