namespace RegGen.Compiler.Model;

/// <summary>
/// What a write puts into the bits that its caller does not name, so that nothing happens to them: computed from the access, from
/// <c>neutral</c>, from the reset value, from the policy for reserved bits.
/// </summary>
static class InertBits
{
    /// <summary>The field's value that does nothing; null if there is none or nothing tells, so that a write must name the field.</summary>
    public static ulong? InertIn(this FieldModel field, RegisterModel register) => field.Constant is not null ? field.Constant : field.Access switch
    {
        { Reserved: ReservedPolicy.Zero } => 0,
        { Reserved: ReservedPolicy.One } => field.Largest,
        { Reserved: ReservedPolicy.Preserve } => ResetIn(field, register) ?? 0,
        { Inert: Inertness.Zeros } => 0,
        { Inert: Inertness.Ones } => field.Largest,
        { Inert: Inertness.Kept } => field.HasNoNeutral ? null : field.Neutral ?? ResetIn(field, register),
        _ => field.Neutral,
    };

    /// <summary>Whether a modify carries the field over from what it read or remembered.</summary>
    public static bool IsKeptIn(this FieldModel field, RegisterModel register) => field.Access switch
    {
        _ when field.Constant is not null => false,
        { Write: WriteEffect.Normal } => register.Shadow || field.Access.CanRead,
        { Reserved: ReservedPolicy.Preserve } => IsRecallable(register),
        _ => false,
    };

    /// <summary>Whether a write must name the field: nothing else tells what to put there.</summary>
    public static bool IsNeededByWrite(this FieldModel field, RegisterModel register) =>
        field.Access.CanWrite && field.InertIn(register) is null;

    /// <summary>Whether even a modify must name the field: it can be neither carried over nor left alone.</summary>
    public static bool IsNeededByModify(this FieldModel field, RegisterModel register) =>
        field.IsNeededByWrite(register) && !field.IsKeptIn(register);

    /// <summary>The word that does nothing, as far as it is known.</summary>
    public static ulong WordOf(RegisterModel register)
    {
        ulong inert = Between(register) & InertBetween(register);
        foreach (FieldModel field in Written(register))
        {
            inert |= field.Place(field.InertIn(register) ?? 0);
        }

        return inert;
    }

    /// <summary>The bits that a modify carries over.</summary>
    public static ulong PreservedOf(RegisterModel register)
    {
        bool carried = register.Reserved is not (ReservedPolicy.Zero or ReservedPolicy.One)
            && IsRecallable(register) && register.Access is { CanWrite: true, Inert: Inertness.Kept };
        ulong preserved = carried ? Between(register) : 0;
        foreach (FieldModel field in Written(register).Where(field => field.IsKeptIn(register)))
        {
            preserved |= field.Mask;
        }

        return preserved;
    }

    static IEnumerable<FieldModel> Written(RegisterModel register) => register.Fields.Where(field => field.Access.CanWrite || field.Access.IsReserved);

    /// <summary>The bits of no field.</summary>
    static ulong Between(RegisterModel register) => register.Fields.Aggregate(register.Mask, (bits, field) => bits & ~field.Mask);

    static ulong InertBetween(RegisterModel register) => register.Reserved switch
    {
        ReservedPolicy.Zero => 0,
        ReservedPolicy.One => ulong.MaxValue,
        _ => register.Access.Inert switch
        {
            Inertness.Ones => ulong.MaxValue,
            Inertness.Kept => register.Reset ?? register.Initial ?? 0,
            _ => 0,
        },
    };

    static bool IsRecallable(RegisterModel register) => register.Shadow || register.Access.CanRead;

    static ulong? ResetIn(FieldModel field, RegisterModel register) =>
        field.Reset ?? ((register.Reset ?? register.Initial) is { } word ? field.Take(word) : null);
}
