using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A condition can hold: no field would have to have two values at once.</summary>
sealed class ConditionHolds : Check
{
    public override Rule Rule { get; } = new("RG2060", Severity.Error, "Condition that never holds",
        "Correct it: its parts must be able to hold together, those of a group or block around it included.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        var said = new HashSet<ConditionModel>();
        foreach ((ConditionModel when, string path) in AllConditions(device, reporter).Where(each => said.Add(each.When)))
        {
            foreach (IGrouping<FieldReference, TermModel> terms in when.Terms.GroupBy(term => term.Field))
            {
                ulong largest = device.LargestOf(terms.Key);
                bool fits = terms.All(term => term.Values.All(value => value <= largest));
                if (fits && !CanHold([.. terms], largest))
                {
                    reporter.Report(Rule, path, $"{terms.Key} can never be {string.Join(" and ", terms.Select(What))} at once.");
                }
            }
        }
    }

    static bool CanHold(TermModel[] terms, ulong largest) => terms.FirstOrDefault(term => !term.Except) is { } chosen
        ? chosen.Values.Any(value => terms.All(term => term.Holds(value)))
        : (ulong)terms.SelectMany(term => term.Values).Distinct().Count() <= largest;

    static string What(TermModel term) => term.ToString().Substring(term.Field.ToString().Length + 1);
}
