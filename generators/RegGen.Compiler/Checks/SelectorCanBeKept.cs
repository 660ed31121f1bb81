using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What is changed field by field must be readable, or remembered: a bank's selector, a window's index.</summary>
sealed class SelectorCanBeKept : Check
{
    public override Rule Rule { get; } = new("RG2007", Severity.Error, "Selector cannot be read back",
        "Add 'shadow: true' to the register, with 'initial:' if it has no reset value.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((FieldReference selector, string path) in Selectors(device, reporter).Where(each => reporter.IsSound(each.Path)))
        {
            RegisterModel? register = device.Find(selector.Register);
            if (register is not null && reporter.IsSound(register.Path) && !CanBeKept(register, selector.Field))
            {
                reporter.Report(Rule, path, $"Changing {selector} must keep the other bits of {selector.Register}, which can be {(register.CanWrite ? "written but not read" : "read but not written")}.");
            }
        }
    }

    static bool CanBeKept(RegisterModel register, string? field) => register.CanWrite
        && (register.Shadow || register.CanRead || field is null || register.Find(field)?.Mask == register.Mask);

    static IEnumerable<(FieldReference Selector, string Path)> Selectors(DeviceModel device, Reporter reporter) =>
        device.Windows.Select(window => (window.Index, $"{window.Path}/index"))
            .Concat(Conditions(device, reporter).SelectMany(each => each.When.Terms.Select(term => (term.Field, each.Path))))
            .GroupBy(each => each.Item1).Select(same => same.First());
}
