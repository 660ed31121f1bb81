using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What guards writes stands on something that is written.</summary>
sealed class GuardHasEffect : Check
{
    public override Rule Rule { get; } = new("RG2143", Severity.Error, "Guard without effect",
        "Put 'write-enable' and 'unlock' on what is written, and 'unlock' on the group or the device if many registers share it.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        // A value before the last is written by writing its register.
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register is { CanWrite: false, PreviousOf: null }))
        {
            if (register.WriteEnable is not null)
            {
                reporter.Report(Rule, $"{register.Path}/write-enable", $"{register.Title} cannot be written.");
            }

            if (device.Locks.Any(known => known.Path == register.Path))
            {
                reporter.Report(Rule, $"{register.Path}/unlock", $"{register.Title} cannot be written.");
            }
        }

        foreach (LockModel known in device.Locks.Where(known => reporter.IsUnderstood(known.Path)))
        {
            bool guards = device.AllRegisters.Any(register => register.Lock == known.Path || register.Path == known.Path)
                || device.Windows.Any(window => window.Guard == known.Path && window.Writes.Count > 0);
            if (!guards)
            {
                reporter.Report(Rule, known.PathOf("unlock"), $"No register of {(known.Name.Length == 0 ? "the device" : known.Name)} is written but those that these steps write themselves.");
            }
        }
    }
}
