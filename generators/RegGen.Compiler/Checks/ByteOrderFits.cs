using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Only bytes that go over the bus together have an order.</summary>
sealed class ByteOrderFits : Check
{
    public override Rule Rule { get; } = new("RG2121", Severity.Error, "Byte order of no use",
        "Leave out 'order': only a register of 16, 32 or 64 bits that is accessed at once has a byte order.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Understood(device.AllRegisters, reporter).Where(register => register.IsBigEndian))
        {
            string? what = register.Transfer is not null ? "goes through its port part by part, in the order of its transfer"
                : register.Width == 8 ? "has 8 bits: a single byte has no order"
                : register.Widths is not null ? "has 'widths': a narrower access would reach other bytes than the datasheet counts"
                : null;
            if (what is not null)
            {
                reporter.Report(Rule, $"{register.Path}/order", $"{register.FullName} {what}.");
            }
        }
    }
}
