using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>The proof that two conditions never hold together.</summary>
static class Exclusion
{
    // A field this wide can be counted out value by value.
    const ulong MostValues = 0x10000;

    // A bank that steps select answers that one access instead of all else.
    public static bool Holds(DeviceModel device, ConditionModel? one, ConditionModel? other) =>
        DifferInBanks(one?.Banks ?? default, other?.Banks ?? default) || TermsHold(device, one, other);

    static bool DifferInBanks(EquatableArray<string> one, EquatableArray<string> other) =>
        (one.Count > 0 || other.Count > 0) && !new HashSet<string>(one).SetEquals(other);

    static bool TermsHold(DeviceModel device, ConditionModel? one, ConditionModel? other) => one is not null && other is not null
        && one.Terms.Any(a => other.Terms.Any(b => a.Field.Register == b.Field.Register && Apart(device, a, b)));

    static bool Apart(DeviceModel device, TermModel a, TermModel b) => a.Field != b.Field
        ? !a.Except && !b.Except && BitsDiffer(device, a, b)
        : (a.Except, b.Except) switch
        {
            (false, _) => a.Values.All(value => !b.Holds(value)),
            (true, false) => b.Values.All(value => !a.Holds(value)),
            _ => device.LargestOf(a.Field) is var largest && largest < MostValues && (ulong)a.Values.Concat(b.Values).Distinct().Count() > largest,
        };

    // Fields that share bits, such as a field and its whole register: some shared bit differs, whichever of their values they have.
    static bool BitsDiffer(DeviceModel device, TermModel a, TermModel b)
    {
        (ulong maskA, int lowA) = device.BitsOf(a.Field);
        (ulong maskB, int lowB) = device.BitsOf(b.Field);
        ulong shared = maskA & maskB;
        return shared != 0 && a.Values.All(x => b.Values.All(y => ((x << lowA) & shared) != ((y << lowB) & shared)));
    }
}
