using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No sequence calls itself, and no register or joined value is accessed by the steps that stand around its own accesses.</summary>
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

        foreach (OneShotModel bank in device.OneShots)
        {
            foreach (RegisterModel register in device.AllRegisters.Where(register => SelectedBy(device, register).Contains(bank.Steps) && Reaches(device, bank.Steps, register.FullName, [])).Take(1))
            {
                reporter.Report(Rule, $"{bank.Path}/select-by", $"The steps that select {bank.Name} access {register.FullName}, which is in that bank.");
            }
        }

        var around = device.AllRegisters.Select(register => (Name: register.FullName, register.Path, register.Protocol))
            .Concat(device.Joined.Select(joined => (joined.Name, joined.Path, joined.Protocol)));
        foreach ((string name, string owner, ProtocolModel? protocol) in around.Where(each => each.Protocol is not null))
        {
            foreach ((string path, StepsModel _) in protocol!.ListsOf(owner).Where(list => Reaches(device, list.Steps, name, [])))
            {
                reporter.Report(Rule, path, $"The steps around {name} access {name} again.");
            }
        }
    }

    // What the steps lead to: sequences as 'call Name', registers and joined values by their names.
    static bool Reaches(DeviceModel device, StepsModel steps, string goal, HashSet<string> seen) =>
        steps.Steps.Any(step => step is CallStepModel call
            ? Leads(device, $"call {call.Sequence}", device.FindSequence(call.Sequence) is { } called ? [called.Steps] : [], goal, seen)
            : step.Targets.Any(target => Accesses(device, target.Register, goal, seen)));

    static bool Leads(DeviceModel device, string name, IEnumerable<StepsModel> on, string goal, HashSet<string> seen) =>
        name == goal || (seen.Add(name) && on.Any(steps => Reaches(device, steps, goal, seen)));

    static bool Accesses(DeviceModel device, string name, string goal, HashSet<string> seen) => device.FindJoined(name) is { } joined
        ? Leads(device, name, ListsOf(joined.Protocol), goal, seen) || joined.Of.Any(part => Accesses(device, part, goal, seen))
        : Leads(device, name, ListsOf(device.Find(name)?.Protocol).Concat(SelectedBy(device, device.Find(name))), goal, seen);

    static IEnumerable<StepsModel> SelectedBy(DeviceModel device, RegisterModel? register) => (register?.Places ?? [])
        .SelectMany(each => each.Place.When?.Banks ?? default).Distinct()
        .Select(bank => device.OneShots.FirstOrDefault(known => known.Name == bank)?.Steps).OfType<StepsModel>();

    static IEnumerable<StepsModel> ListsOf(ProtocolModel? protocol) => protocol?.ListsOf("").Select(list => list.Steps) ?? [];
}
