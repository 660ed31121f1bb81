using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Nothing dangerous is written on the way to something else, where no caller could be asked: by steps around accesses, or by selecting.</summary>
sealed class DangerAsked : Check
{
    public override Rule Rule { get; } = new("RG2142", Severity.Error, "Danger that nobody accepts",
        "Write it in a sequence of its own, whose method asks for Danger.Accepted; what selects must do no harm.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        var sequences = new HashSet<string>(device.Sequences.Select(sequence => $"{sequence.Path}/steps"), StringComparer.Ordinal);
        foreach ((StepsModel steps, string path) in device.AllSteps.Where(list => !sequences.Contains(list.Path)))
        {
            for (int i = 0; i < steps.Steps.Count; i++)
            {
                if (reporter.IsSound($"{path}/{i}") && Dangers.In(device, [steps.Steps[i]]).FirstOrDefault() is { } part)
                {
                    reporter.Report(Rule, $"{path}/{i}", $"'{steps.Steps[i]}' writes {part.Name}, which is dangerous, and runs without being asked for.");
                }
            }
        }

        foreach ((FieldReference selector, string path) in Selectors(device, reporter))
        {
            if (device.Find(selector.Register) is { CanWrite: true } register && Harmed(register, selector.Field) is { } part)
            {
                reporter.Report(Rule, path, $"Selecting by {selector} writes {part.Name}, which is dangerous, and happens without being asked for.");
            }
        }
    }

    static DangerousPart? Harmed(RegisterModel register, string? selector) => Dangers.Of(register).FirstOrDefault(part =>
        register.Danger is not null || register.Fields.Any(field => $"{register.Title}.{field.Name}" == part.Name
            && (selector is null || selector == field.Name || !Dangers.IsLeftByModify(field, register))));

    static IEnumerable<(FieldReference, string)> Selectors(DeviceModel device, Reporter reporter) =>
        device.Windows.Where(window => reporter.IsSound(window.Path)).Select(window => (window.Index, $"{window.Path}/index"))
            .Concat(Conditions(device, reporter).SelectMany(each => each.When.Terms.Select(term => (term.Field, each.Path))))
            .GroupBy(each => each.Item1).Select(same => same.First());
}
