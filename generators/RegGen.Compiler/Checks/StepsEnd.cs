using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No sequence calls itself, and no register is accessed by the steps that stand around its own accesses or choose its window.</summary>
sealed class StepsEnd : Check
{
    public override Rule Rule { get; } = new("RG2085", Severity.Error, "Steps without end",
        "Leave out the step that leads back.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (SequenceModel sequence in device.Sequences.Where(sequence => Reaches(device, sequence.Steps, $"call {sequence.Name}", [])))
        {
            reporter.Report(Rule, sequence.Path, $"{sequence.Name} calls itself, or one that calls it.");
        }

        foreach (WindowModel window in device.Windows)
        {
            string[] later = [.. device.Windows.SkipWhile(known => known != window).SelectMany(known => known.Registers).Select(register => register.FullName)];
            foreach ((StepsModel steps, string path) in window.StepLists)
            {
                if (reporter.IsSound(window.Path) && Array.Find(later, name => Reaches(device, steps, name, [])) is { } behind)
                {
                    reporter.Report(Rule, path, $"The steps access {behind}, which {(window.Registers.Any(own => own.FullName == behind) ? "they choose" : "stands in a later window")}.");
                }
            }
        }

        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Protocol is not null))
        {
            foreach ((string path, StepsModel steps) in register.Protocol!.ListsOf(register).Where(list => Reaches(device, list.Steps, register.FullName, [])))
            {
                reporter.Report(Rule, path, $"The steps around {register.FullName} access {register.FullName} again.");
            }
        }
    }

    // What the steps lead to: sequences as 'call Name', registers by their names.
    static bool Reaches(DeviceModel device, StepsModel steps, string goal, HashSet<string> seen) =>
        steps.Steps.Any(step => step is CallStepModel call
            ? Leads(device, $"call {call.Sequence}", device.FindSequence(call.Sequence) is { } called ? [called.Steps] : [], goal, seen)
            : step.Targets.Any(target => Leads(device, target.Register, ListsOf(device.Find(target.Register)), goal, seen)));

    static bool Leads(DeviceModel device, string name, IEnumerable<StepsModel> on, string goal, HashSet<string> seen) =>
        name == goal || (seen.Add(name) && on.Any(steps => Reaches(device, steps, goal, seen)));

    static IEnumerable<StepsModel> ListsOf(RegisterModel? register) => register?.Protocol?.ListsOf(register).Select(list => list.Steps) ?? [];
}
