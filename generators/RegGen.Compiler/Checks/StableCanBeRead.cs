using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What is read until two reads agree can be read again and again.</summary>
sealed class StableCanBeRead : Check
{
    public override Rule Rule { get; } = new("RG2122", Severity.Error, "Value that cannot be read twice",
        "Leave out 'stable': a value is compared with itself only where a read changes nothing.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.IsStable))
        {
            Look(reporter, register, register.FullName, $"{register.Path}/stable");
        }

        foreach (JoinedModel joined in device.Joined.Where(joined => joined.IsStable && reporter.IsSound(joined.Path)))
        {
            foreach (RegisterModel part in joined.Registers.Select(device.Find).OfType<RegisterModel>().Where(part => reporter.IsSound(part.Path)))
            {
                Look(reporter, part, $"{part.FullName}, a part of {joined.Name},", $"{joined.Path}/stable");
            }
        }
    }

    void Look(Reporter reporter, RegisterModel register, string name, string path)
    {
        string? what = !register.CanRead ? "cannot be read"
            : register.Fifo ? "is a queue: each read takes the next value"
            : register.IsReadDestructive ? "changes when it is read"
            : null;
        if (what is not null)
        {
            reporter.Report(Rule, path, $"{name} {what}.");
        }
    }
}
