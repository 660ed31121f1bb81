using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A condition or a home bank is a value that its field can have.</summary>
sealed class ConditionFits : Check
{
    public override Rule Rule { get; } = new("RG2009", Severity.Error, "Selector never has this value",
        "Correct the value: it must fit the selecting field.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        // A condition of a group or block stands in each of its registers, and is wrong once.
        var said = new HashSet<TermModel>();
        foreach ((TermModel term, string path) in AllConditions(device, reporter).SelectMany(each => each.When.Terms.Select(term => (term, each.Path))))
        {
            foreach (ulong value in term.Values.Where(value => value > device.LargestOf(term.Field) && said.Add(term)))
            {
                Report(device, reporter, term.Field, value, path);
            }
        }

        foreach (BankModel bank in device.Banks.Where(bank => bank.Home > device.LargestOf(bank.Select)))
        {
            Report(device, reporter, bank.Select, bank.Home!.Value, $"{bank.Path}/home");
        }
    }

    void Report(DeviceModel device, Reporter reporter, FieldReference reference, ulong value, string path) =>
        reporter.Report(Rule, path, $"{reference} holds 0 to {device.LargestOf(reference)}, never {value}.");
}
