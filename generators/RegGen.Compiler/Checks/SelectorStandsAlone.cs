using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What selects can be reached: a window's index and data register always, a bank's selector without selecting itself.</summary>
sealed class SelectorStandsAlone : Check
{
    // The runtime keeps what so many selectors held.
    const int Deepest = 8;

    public override Rule Rule { get; } = new("RG2016", Severity.Error, "Selector that must be selected itself",
        "Choose by a register that can be reached without this choice.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((FieldReference used, string path) in Behind(device).Where(each => reporter.IsSound(each.Path)))
        {
            if (device.Find(used.Register) is { When: { } condition })
            {
                reporter.Report(Rule, path, $"{used.Register} answers only when {condition}, so it cannot choose what answers.");
            }
        }

        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach ((ConditionModel when, string path) in Conditions(device, reporter))
        {
            foreach (string selector in when.Terms.Select(term => term.Field.Register).Where(name => !said.Contains(name)))
            {
                int depth = Depth(device, selector, []);
                if (depth > Deepest)
                {
                    said.Add(selector);
                    reporter.Report(Rule, path, depth == int.MaxValue
                        ? $"{selector} answers only when {device.Find(selector)!.When}, so selecting it never ends."
                        : $"{selector} is behind {depth} selectors; the most is {Deepest}.");
                }
            }
        }
    }

    // How many selections it takes to reach the bank behind a selector.
    static int Depth(DeviceModel device, string selector, IReadOnlyCollection<string> around)
    {
        if (around.Contains(selector))
        {
            return int.MaxValue;
        }

        string[] now = [.. around, selector];
        int deepest = 1;
        foreach (PlaceModel place in (device.Find(selector)?.Places ?? []).Select(each => each.Place).Where(place => place.When is not null))
        {
            foreach (TermModel term in place.When!.Terms)
            {
                int below = Depth(device, term.Field.Register, now);
                deepest = below == int.MaxValue ? below : Math.Max(deepest, below + place.When.Terms.Count);
                if (below == int.MaxValue)
                {
                    return below;
                }
            }
        }

        return deepest;
    }

    static IEnumerable<(FieldReference Used, string Path)> Behind(DeviceModel device) => device.Windows.SelectMany(window => window.Data
        .Select(data => (new FieldReference(data, null), $"{window.Path}/data")).Prepend((window.Index, $"{window.Path}/index")));
}
