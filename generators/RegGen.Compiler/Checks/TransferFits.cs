using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A register that goes through a narrow port is wider than the port, and stands at a port itself.</summary>
sealed class TransferFits : Check
{
    public override Rule Rule { get; } = new("RG2086", Severity.Error, "Transfer does not fit",
        "Give the register its whole 'width', and the transfer the narrower width of its port.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(device.AllRegisters, reporter).Where(register => register.Transfer is not null))
        {
            string? what = register.Window is not null ? "stands in a window, whose data register says how wide it is"
                : register.Shadow ? "has a shadow, which is written in one access"
                : register.Width <= register.Transfer!.Port ? $"has {register.Width} bits, which go through a port of {register.Transfer.Port} at once"
                : null;
            if (what is not null)
            {
                reporter.Report(Rule, $"{register.Path}/transfer", $"{register.FullName} {what}.");
            }
        }
    }
}
