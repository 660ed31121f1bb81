using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>The index of a register fits the index field of its window.</summary>
sealed class IndexFits : Check
{
    public override Rule Rule { get; } = new("RG2012", Severity.Error, "Index does not fit",
        "Correct 'at', or name a wider index field.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows.Where(window => window is { IsIndexed: false, Size: not null }))
        {
            foreach (RegisterModel register in Sound(window.Registers, reporter))
            {
                int last = device.ElementsOf(register).Max(element => element.Places.Max(each => each.Place.Address)) + (window.CountsBytes ? register.Bytes - 1 : 0);
                if (last >= window.Size)
                {
                    reporter.Report(Rule, $"{register.Path}/at", $"{register.FullName} has index 0x{last:X}, but {window.FullName} has {window.Size} indices.");
                }
            }
        }

        foreach (WindowModel window in device.Windows.Where(window => device.Find(window.Index.Register) is not null))
        {
            ulong largest = device.LargestOf(window.Index);
            foreach (RegisterModel register in Sound(window.Registers, reporter).Where(register => device.ElementsOf(register).Any(element => element.Places.Any(each => (ulong)each.Place.Address > largest))))
            {
                reporter.Report(Rule, $"{register.Path}/at",
                    $"{register.FullName} has index 0x{device.ElementsOf(register).Max(element => element.Places.Max(each => each.Place.Address)):X}, but {window.Index} holds 0 to 0x{largest:X}.");
            }

            foreach (RegisterModel register in Sound(window.Registers, reporter).Where(register => register.Address >= window.Size && (ulong)register.Address <= largest))
            {
                reporter.Report(Rule, $"{register.Path}/at", $"{register.FullName} has index 0x{register.Address:X}, but {window.FullName} has {window.Size} indices.");
            }
        }
    }
}
