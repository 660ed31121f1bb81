using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A selector answers always: neither it nor a window's index or data register has a condition.</summary>
sealed class SelectorStandsAlone : Check
{
    public override Rule Rule { get; } = new("RG2016", Severity.Error, "Selector that must be selected itself",
        "Choose by a register that is always reachable.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((FieldReference used, string path) in Used(device).Where(each => reporter.IsSound(each.Path)))
        {
            if (device.Find(used.Register) is { When: { } condition })
            {
                reporter.Report(Rule, path, $"{used.Register} answers only when {condition}, so it cannot choose what answers.");
            }
        }
    }

    static IEnumerable<(FieldReference Used, string Path)> Used(DeviceModel device) =>
        device.Windows.SelectMany(window => new[]
            {
                (window.Index, $"{window.Path}/index"),
            }.Concat(window.Data.Select(data => (new FieldReference(data, null), $"{window.Path}/data"))))
            .Concat(device.Banks.Select(bank => (bank.Select, $"banks/{bank.Name}/select")))
            .Concat(device.AllRegisters.Where(register => register.When is not null).Select(register => (register.When!.Field, $"{register.Path}/when")));
}
