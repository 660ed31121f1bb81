namespace RegGen.Compiler.Model;

/// <summary>When a register answers: while all its terms hold.</summary>
/// <param name="Terms">Fields with their values.</param>
/// <param name="Banks">Banks that steps select for the one access.</param>
sealed record ConditionModel(EquatableArray<TermModel> Terms, EquatableArray<string> Banks = default)
{
    /// <summary>Both conditions at once.</summary>
    public static ConditionModel? Both(ConditionModel? one, ConditionModel? other) =>
        one is null ? other : other is null ? one : new(one.Terms.Concat(other.Terms).Distinct().ToEquatable(), one.Banks.Union(other.Banks).ToEquatable());

    public override string ToString() => string.Join(" && ", Terms.Select(term => term.ToString()).Concat(Banks));
}

/// <summary>A field has one of some values, or none of them.</summary>
/// <param name="Field">The field, or a whole register.</param>
/// <param name="Values">The values, in the order of the text.</param>
/// <param name="Except">Whether the field must have none of them.</param>
sealed record TermModel(FieldReference Field, EquatableArray<ulong> Values, bool Except = false)
{
    public bool Holds(ulong value) => Values.Contains(value) != Except;

    public override string ToString() => (Values.Count, Except) switch
    {
        (1, false) => $"{Field} == {Values[0]}",
        (1, true) => $"{Field} != {Values[0]}",
        (_, true) => $"{Field} not in [{string.Join(", ", Values)}]",
        _ => $"{Field} in [{string.Join(", ", Values)}]",
    };
}
