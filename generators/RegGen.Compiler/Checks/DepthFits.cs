using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A doubled register is a plain number at a port, written twice; where it is read, a field tells which value.</summary>
sealed class DepthFits : Check
{
    public override Rule Rule { get; } = new("RG2162", Severity.Error, "Depth that cannot be",
        "Give 'depth' to a register without fields that is written, and 'read-by' where it is read too; give 'read-by' only beside 'depth'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.PreviousOf is null))
        {
            string key = register.IsDoubled ? "depth" : "read-by";
            string? what = register.IsDoubled ? Doubled(register, reporter.IsWritten($"{register.Path}/read-by"))
                : reporter.IsWritten($"{register.Path}/read-by") ? "has no 'depth', so there is nothing to choose by 'read-by'" : null;
            if (what is not null)
            {
                reporter.Report(Rule, $"{register.Path}/{key}", $"{register.Title} {what}.");
            }
        }
    }

    static string? Doubled(RegisterModel register, bool isChosen) =>
        !register.CanWrite ? "is never written, so there is no earlier value"
        : register.Fields.Count > 0 ? "has fields: its values are plain numbers"
        : register.Number is not null ? "has an encoding: give that to a joined value of both"
        : register.Array is not null ? "is one of several"
        : register.Window is not null ? "stands in a window"
        : register.Shadow ? "has a shadow, which is one value"
        : register.Fifo ? "is a queue"
        : Dangers.Of(register).Any() ? "is dangerous to write"
        : register.Transfer is not null ? "goes through a narrower port"
        : register.CanRead && !isChosen ? "can be read, but nothing tells which of its values: 'read-by' is missing"
        : !register.CanRead && isChosen ? "cannot be read, so 'read-by' chooses nothing"
        : null;
}
