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
    /// <summary>What a condition takes, register by register in its order. Where the home bank is meant, nothing.</summary>
    public static IEnumerable<Choice> Of(DeviceModel device, ConditionModel condition)
    {
        foreach (IGrouping<string, TermModel> terms in condition.Terms.GroupBy(term => term.Field.Register, StringComparer.Ordinal))
        {
            RegisterModel holder = device.Find(terms.Key)!;
            Choice[] parts = [.. terms.GroupBy(term => term.Field).Select(field => Part(device, holder, field.Key, [.. field]))];
            if (parts.Any(part => part.Home != part.Bits))
            {
                yield return parts.Aggregate(Together);
            }
        }
    }

    // The home bank is there between accesses, so it is chosen wherever it will do.
    static Choice Part(DeviceModel device, RegisterModel holder, FieldReference reference, TermModel[] terms)
    {
        FieldModel? field = holder.Find(reference.Field ?? "");
        BankModel? bank = device.Banks.FirstOrDefault(known => known.Select == reference);
        IEnumerable<ulong> wanted = terms.FirstOrDefault(term => !term.Except)?.Values ?? Enumerable.Range(0, 256).Select(value => (ulong)value);
        ulong value = (bank?.Home is { } home ? wanted.Prepend(home) : wanted).First(candidate => terms.All(term => term.Holds(candidate)));
        int low = field?.Low ?? 0;
        string name = string.Concat(reference.ToString().Split('.', '[', ']').Where(part => part.Length > 0).Select(CSharpText.Pascal));
        return new($"{name}{value}", name, holder, field?.Mask ?? holder.Mask, value << low, bank?.Home << low, bank?.Restore ?? true);
    }

    static Choice Together(Choice one, Choice other) => new(
        one.Name + other.Name, one.Field + other.Field, one.Holder, one.Mask | other.Mask, one.Bits | other.Bits,
        one.Home is { } home && other.Home is { } also ? home | also : null, one.Restore || other.Restore);
}
