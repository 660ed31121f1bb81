using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No sequence calls itself, and no register or joined value is accessed by the steps that stand around its own accesses, select it or unlock it.</summary>
sealed class StepsEnd : Check
{
    public override Rule Rule { get; } = new("RG2085", Severity.Error, "Steps without end",
        "Leave out the step that leads back.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (SequenceModel sequence in device.Sequences.Where(sequence => Reached(device, sequence.Steps).Contains(Call(sequence.FullName))))
        {
            reporter.Report(Rule, sequence.Path, $"{sequence.Name} calls itself, or one that calls it.");
        }

        foreach (WindowModel window in device.Windows)
        {
            RegisterModel[] later = [.. device.Windows.SkipWhile(known => known != window).SelectMany(known => known.Registers)];
            foreach ((StepsModel steps, string path) in window.StepLists.Where(_ => reporter.IsSound(window.Path)))
            {
                HashSet<string> reached = new(Reached(device, steps).Select(device.Find).OfType<RegisterModel>().Select(register => register.Path), StringComparer.Ordinal);
                if (Array.Find(later, register => reached.Contains(register.Path)) is { } behind)
                {
                    reporter.Report(Rule, path, $"The steps access {behind.FullName}, which {(behind.Window == window.FullName ? "they choose" : "stands in a later window")}.");
                }
            }
        }

        foreach (OneShotModel bank in device.OneShots)
        {
            if (Reached(device, bank.Steps).Select(device.Find).FirstOrDefault(register => register is not null && SelectedBy(device, register).Any(known => known.Path == bank.Path)) is { } selected)
            {
                reporter.Report(Rule, $"{bank.Path}/select-by", $"The steps that select {bank.Name} access {selected.FullName}, which is in that bank.");
            }
        }

        var around = device.AllRegisters.Select(register => (Name: register.FullName, register.Path, register.Protocol))
            .Concat(device.Joined.Select(joined => (Name: joined.FullName, joined.Path, joined.Protocol)));
        foreach ((string name, string owner, ProtocolModel? protocol) in around.Where(each => each.Protocol is not null))
        {
            foreach ((string path, StepsModel _) in protocol!.ListsOf(owner).Where(list => Reached(device, list.Steps).Any(reached => PathOf(device, reached) == owner)))
            {
                reporter.Report(Rule, path, $"The steps around {name} access {name} again.");
            }
        }

        foreach (LockModel known in device.Locks)
        {
            foreach ((string path, StepsModel steps) in known.Lists)
            {
                if (Reached(device, steps).FirstOrDefault(name => device.Find(name)?.Lock == known.Path) is { } locked)
                {
                    reporter.Report(Rule, path, $"These steps lead to {locked}, which they unlock.");
                }
            }
        }
    }

    // What the steps lead to, near or far: sequences as 'call Name', registers and joined values by their names.
    static HashSet<string> Reached(DeviceModel device, StepsModel steps)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Targets(steps));
        while (waiting.Count > 0)
        {
            string name = waiting.Dequeue();
            if (reached.Add(name))
            {
                foreach (string next in Behind(device, name))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return reached;
    }

    static IEnumerable<string> Targets(StepsModel steps) => steps.Steps.SelectMany(step => step is CallStepModel call
        ? [Call(call.Sequence)]
        : step.Targets.Select(target => target.Register));

    static string? PathOf(DeviceModel device, string name) => device.FindJoined(name)?.Path ?? device.Find(name)?.Path;

    static IEnumerable<OneShotModel> SelectedBy(DeviceModel device, RegisterModel register) => register.Places
        .SelectMany(each => each.Place.When?.Banks ?? default).Distinct().Select(device.Index.OneShot).OfType<OneShotModel>();

    // What an access of a register does beside it: steps around, selecting, the way through a window.
    static IEnumerable<string> Behind(DeviceModel device, string name)
    {
        if (name.StartsWith(Call(""), StringComparison.Ordinal) && device.FindSequence(name.Substring(Call("").Length)) is { } called)
        {
            return Targets(called.Steps);
        }

        if (device.FindJoined(name) is { } joined)
        {
            return joined.Registers.Concat(joined.Protocol?.ListsOf(joined.Path).SelectMany(list => Targets(list.Steps)) ?? []);
        }

        if (device.Find(name) is not { } register)
        {
            return [];
        }

        WindowModel? window = device.FindWindow(register.Window);
        IEnumerable<StepsModel> lists =
        [
            .. register.Protocol?.ListsOf(register.Path).Select(list => list.Steps) ?? [],
            .. SelectedBy(device, register).Select(bank => bank.Steps),
            .. device.Locks.Where(known => known.Path == register.Lock).SelectMany(known => known.Lists).Select(list => list.Steps),
            .. window?.StepLists.Select(list => list.Steps) ?? [],
        ];
        return lists.SelectMany(steps => Targets(steps))
            .Concat(register.Places.SelectMany(each => each.Place.When?.Terms ?? EquatableArray<TermModel>.Empty).Select(term => term.Field.Register))
            .Concat(window?.Data.Prepend(window.Index.Register) ?? []);
    }

    static string Call(string sequence) => $"call {sequence}";
}
