using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What is changed field by field must be readable, or remembered, and changing it must act on nothing else: a bank's selector, a window's index.</summary>
sealed class SelectorCanBeKept : Check
{
    public override Rule Rule { get; } = new("RG2007", Severity.Error, "Selector cannot be changed alone",
        "Add 'shadow: true' to the register, with 'initial:' if it has no reset value; for a bank, 'home:' with the value that it has between accesses; for a field that a write always acts on, 'neutral:'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((FieldReference selector, string path, bool restored) in Selectors(device, reporter).Where(each => reporter.IsSound(each.Path)))
        {
            RegisterModel? register = device.Find(selector.Register);
            if (register is not null && reporter.IsSound(register.Path) && WhyNot(register, selector.Field, restored) is { } why)
            {
                reporter.Report(Rule, path, $"Changing {selector} {why}.");
            }
        }
    }

    static string? WhyNot(RegisterModel register, string? field, bool restored)
    {
        FieldModel? selector = register.Find(field ?? "");
        if (!register.CanWrite)
        {
            return $"must keep the other bits of {register.FullName}, which can be read but not written";
        }

        if ((selector?.Access ?? register.Access).Inert is not Inertness.Kept)
        {
            return $"is not possible by writing its value: it is {selector?.Access ?? register.Access}";
        }

        bool whole = field is null || selector?.Mask == register.Mask;
        if (whole && !restored)
        {
            return null;
        }

        if (!register.Shadow && !register.CanRead)
        {
            return whole
                ? $"must put back what {register.FullName} held, which can be written but not read"
                : $"must keep the other bits of {register.FullName}, which can be written but not read";
        }

        if (!register.CanModify)
        {
            string disturbed = register.Fields.FirstOrDefault(other => other.Access.IsReadDestructive)?.Name ?? "bits of no field";
            return $"must read {register.FullName} first, and that would disturb {disturbed}";
        }

        return register.Fields.FirstOrDefault(other => other != selector && other.IsNeededByModify(register)) is { } needed
            ? $"would act on {needed.Name} too, which is {needed.Access}"
            : null;
    }

    // A bank without a home is left as it was found.
    static IEnumerable<(FieldReference Selector, string Path, bool Restored)> Selectors(DeviceModel device, Reporter reporter) =>
        device.Windows.Select(window => (window.Index, $"{window.Path}/index", false))
            .Concat(Conditions(device, reporter).SelectMany(each => each.When.Terms.Select(term => (term.Field, each.Path, IsRestored(device, term.Field)))))
            .GroupBy(each => each.Item1).Select(same => same.First());

    static bool IsRestored(DeviceModel device, FieldReference selector) =>
        device.FindBank(selector) is not ({ Home: not null } or { Restore: false });
}
