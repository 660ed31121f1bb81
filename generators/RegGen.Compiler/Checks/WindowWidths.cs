using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A register behind a window is as wide as the data register, or as its bytes where narrower accesses reach them.</summary>
sealed class WindowWidths : Check
{
    public override Rule Rule { get; } = new("RG2013", Severity.Error, "Register not as wide as its window",
        "Leave the register's width out: it follows from the data register.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows)
        {
            int[] widths = [.. window.Data.Select(data => device.Find(data)?.Width).OfType<int>().Distinct()];
            int[] reached = [.. window.CountsBytes ? WindowModel.WidthsWithin(widths) : widths];
            foreach (RegisterModel register in Sound(window.Registers, reporter).Where(register => reached.Length > 0 && !reached.Contains(register.Width)))
            {
                string shown = string.Join(" or ", reached.OrderBy(width => width));
                reporter.Report(Rule, $"{register.Path}/width",
                    $"{register.FullName} is {register.Width} bits wide, but {string.Join(", ", window.Data)} {(window.Data.Count() == 1 ? "shows" : "show")} {shown} bits.");
            }
        }
    }
}
