using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What selecting a state takes at one register: which of its bits get which value, and what becomes of them afterwards.</summary>
/// <param name="Name">The state, as a part of a name: <c>LcrDlab1</c>.</param>
/// <param name="Field">The bits, as a part of a name: <c>LcrDlab</c>.</param>
/// <param name="Holder">The register.</param>
/// <param name="Mask">The bits.</param>
/// <param name="Bits">Their value, in place.</param>
/// <param name="Home">What they hold afterwards, in place; null if they have no home.</param>
/// <param name="Restore">Whether they get back what they held, where they have no home.</param>
sealed record Choice(string Name, string Field, RegisterModel Holder, ulong Mask, ulong Bits, ulong? Home, bool Restore)
{
    /// <summary>What a condition takes, register by register in its order; selectors that are in banks themselves come first. Where the home bank is meant, nothing.</summary>
    public static IEnumerable<Choice> Of(DeviceModel device, ConditionModel condition)
    {
        foreach (IGrouping<string, TermModel> terms in condition.Terms.GroupBy(term => term.Field.Register, StringComparer.Ordinal)
            .OrderByDescending(terms => Depth(device, terms.Key)))
        {
            Choice[] parts = [.. terms.GroupBy(term => term.Field).Select(field => Part(device, field.Key, [.. field])).OfType<Choice>()];
            if (parts.Any(part => part.Home != part.Bits))
            {
                yield return parts.Aggregate(Together);
            }
        }
    }

    // A selector in a bank is reached by selecting and restoring that bank, so what it needs itself must be selected after it.
    static int Depth(DeviceModel device, string register) =>
        device.Find(register)?.When is { } when ? 1 + when.Terms.Max(term => term.Field.Register == register ? 0 : Depth(device, term.Field.Register)) : 0;

    static Choice? Part(DeviceModel device, FieldReference reference, TermModel[] terms)
    {
        BankModel? bank = device.FindBank(reference);
        if (ValueFor(terms, bank?.Home, device.LargestOf(reference)) is not { } value)
        {
            return null;
        }

        RegisterModel holder = device.Find(reference.Register)!;
        (ulong mask, int low) = device.BitsOf(reference);
        string name = Routes.Spelled(reference.ToString());
        return new($"{name}{value}", name, holder, mask, value << low, bank?.Home << low, bank?.Restore ?? true);
    }

    // The home bank is there between accesses, so it is chosen wherever it will do. A condition that only excludes values is taken to
    // hold between accesses, since every access puts back what it selected; unless it leaves just one value.
    static ulong? ValueFor(TermModel[] terms, ulong? home, ulong largest)
    {
        bool Do(ulong value) => terms.All(term => term.Holds(value));
        if (home is { } known && Do(known))
        {
            return home;
        }

        if (terms.FirstOrDefault(term => !term.Except) is { } listed)
        {
            return listed.Values.First(Do);
        }

        ulong excluded = (ulong)terms.SelectMany(term => term.Values).Distinct().Count();
        return home is null && excluded < largest ? null : Enumerable.Range(0, (int)excluded + 1).Select(value => (ulong)value).First(Do);
    }

    static Choice Together(Choice one, Choice other) => new(
        one.Name + other.Name, one.Field + other.Field, one.Holder, one.Mask | other.Mask, one.Bits | other.Bits,
        one.Home is { } home && other.Home is { } also ? home | also : null, one.Restore || other.Restore);
}
