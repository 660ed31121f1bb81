using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No sequence calls itself, and no register is accessed by the steps that stand around its own accesses, choose its window or unlock it.</summary>
sealed class StepsEnd : Check
{
    public override Rule Rule { get; } = new("RG2085", Severity.Error, "Steps without end",
        "Leave out the step that leads back.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (SequenceModel sequence in device.Sequences.Where(sequence => Reached(device, sequence.Steps).Contains(Call(sequence.Name))))
        {
            reporter.Report(Rule, sequence.Path, $"{sequence.Name} calls itself, or one that calls it.");
        }

        foreach (WindowModel window in device.Windows)
        {
            string[] later = [.. device.Windows.SkipWhile(known => known != window).SelectMany(known => known.Registers).Select(register => register.FullName)];
            foreach ((string key, StepsModel? steps) in new[] { ("select", window.Select), ("enter", window.Enter), ("exit", window.Exit) })
            {
                if (steps is not null && reporter.IsSound(window.Path) && Array.Find(later, Reached(device, steps).Contains) is { } behind)
                {
                    reporter.Report(Rule, $"{window.Path}/{key}", $"The steps access {behind}, which {(window.Registers.Any(own => own.FullName == behind) ? "they choose" : "stands in a later window")}.");
                }
            }
        }

        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Protocol is not null))
        {
            foreach ((string path, StepsModel _) in register.Protocol!.ListsOf(register).Where(list => Reached(device, list.Steps).Any(name => device.Find(name)?.Path == register.Path)))
            {
                reporter.Report(Rule, path, $"The steps around {register.FullName} access {register.FullName} again.");
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

    // What the steps lead to, near or far: sequences as 'call Name', registers by their names.
    static HashSet<string> Reached(DeviceModel device, StepsModel steps)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Targets(device, steps));
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

    static IEnumerable<string> Targets(DeviceModel device, StepsModel steps) => steps.Steps.SelectMany(step => step is CallStepModel call
        ? [Call(call.Sequence)]
        : step.Targets.SelectMany(target => device.Joined.FirstOrDefault(joined => joined.Name == target.Register)?.Of ?? Enumerable.Repeat(target.Register, 1)));

    // What an access of a register does beside it: steps around, selecting, the way through a window.
    static IEnumerable<string> Behind(DeviceModel device, string name)
    {
        if (device.Sequences.FirstOrDefault(sequence => Call(sequence.Name) == name) is { } called)
        {
            return Targets(device, called.Steps);
        }

        if (device.Find(name) is not { } register)
        {
            return [];
        }

        WindowModel? window = device.FindWindow(register.Window);
        IEnumerable<StepsModel?> lists =
        [
            .. register.Protocol?.ListsOf(register).Select(list => list.Steps) ?? [],
            .. device.Locks.Where(known => known.Path == register.Lock).SelectMany(known => known.Lists).Select(list => list.Steps),
            window?.Select, window?.Enter, window?.Exit,
        ];
        return lists.OfType<StepsModel>().SelectMany(steps => Targets(device, steps))
            .Concat(register.Places.SelectMany(each => each.Place.When?.Terms ?? EquatableArray<TermModel>.Empty).Select(term => term.Field.Register))
            .Concat(window?.Data.Prepend(window.Index.Register) ?? []);
    }

    static string Call(string sequence) => $"call {sequence}";
}
