using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Where narrower accesses reach the bytes of a data register, each of them stays inside.</summary>
sealed class LanesFit : Check
{
    public override Rule Rule { get; } = new("RG2106", Severity.Error, "Access beyond the data register",
        "Add as many of the lowest bits of 'at' as choose a byte of the data register, and keep each register inside.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows.Where(window => window.CountsBytes && reporter.IsUnderstood(window.Path)))
        {
            RegisterModel[] data = [.. window.Data.Select(device.Find).OfType<RegisterModel>().Where(register => reporter.IsSound(register.Path))];
            foreach (RegisterModel wrong in data.Where(register => register.Window is not null || 1L << window.LaneBits != register.Bytes))
            {
                reporter.Report(Rule, $"{window.Path}/data", wrong.Window is not null
                    ? $"{wrong.FullName} stands in a window, where its bytes have no ports."
                    : $"at[{(window.LaneBits == 1 ? "" : $"{window.LaneBits - 1}..")}0] chooses among {1L << window.LaneBits} bytes, but {wrong.FullName} has {wrong.Bytes}.");
            }

            int bytes = 1 << Math.Min(window.LaneBits, 16);
            foreach (RegisterModel register in Sound(window.Registers, reporter).Where(register => device.ElementsOf(register).Any(element =>
                element.Places.Any(each => (each.Place.Address & (bytes - 1)) + register.Bytes > bytes))))
            {
                reporter.Report(Rule, $"{register.Path}/at", $"{register.FullName} has {register.Bytes} bytes from 0x{register.Address:X}, which no one access to {string.Join(" or ", window.Data)} shows.");
            }
        }
    }
}
