using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What has to be opened first is not more than a device keeps in mind.</summary>
sealed class DoorsFit : Check
{
    // The device object notes in one word which windows are open and what is unlocked.
    const int Most = 64;

    public override Rule Rule { get; } = new("RG2107", Severity.Error, "Too much to open",
        "Say 'unlock' on the group or the device where many registers share it, or describe a part as a device of its own.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        WindowModel[] windows = [.. device.EachWindow.Where(window => window.HasDoor)];
        LockModel[] locks = [.. device.EachLock.GroupBy(known => (known.Unlock, known.Relock)).Select(same => same.First())];
        if (windows.Length > Most)
        {
            reporter.Report(Rule, windows[Most].Path, $"There are {windows.Length} windows that steps enter, leave or unlock; the most is {Most}.");
        }
        else if (windows.Length + locks.Length > Most)
        {
            string beside = windows.Length > 0 ? $" beside {windows.Length} windows that steps enter, leave or unlock" : "";
            reporter.Report(Rule, locks[Most - windows.Length].PathOf("unlock"), $"There are {locks.Length} different ways to unlock{beside}; the most is {Most} together.");
        }
    }
}
