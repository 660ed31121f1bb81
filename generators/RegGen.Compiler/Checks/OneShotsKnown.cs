using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What selects a bank for one access is a write that can be recognized, and a register is in one such bank at most.</summary>
sealed class OneShotsKnown : Check
{
    public override Rule Rule { get; } = new("RG2164", Severity.Error, "Steps that select nothing",
        "End 'select-by' with the write that selects, of numbers or names, and name one such bank in a 'when'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (OneShotModel bank in device.OneShots.Where(bank => reporter.IsSound(bank.Path)))
        {
            int last = bank.Steps.Steps.Count - 1;
            string? what = bank.Steps.Steps[last] is not WriteStepModel write || device.Find(write.Register) is null ? "does not write a register"
                : write.Parts.Any(part => part.Value.Terms.Count > 0) ? "writes what is not known beforehand"
                : null;
            if (what is not null)
            {
                reporter.Report(Rule, $"{bank.Path}/select-by/{last}", $"The last step that selects {bank.Name} {what}, so nothing tells when the bank is selected.");
            }
        }

        foreach ((ConditionModel when, string path) in Conditions(device, reporter).Where(each => each.When.Banks.Count > 1))
        {
            reporter.Report(Rule, path, $"{string.Join(" and ", when.Banks)} cannot be selected for one access.");
        }
    }
}
