namespace RegGen.Accessors.Tests.Access;

/// <summary>What a call has to write, bit by bit, as the page says under "Inert values" and "Reserved bits".</summary>
static class WrittenWord
{
    /// <summary>The word of a write that names some fields; null for bits that nothing is said about.</summary>
    public static bool?[] OfWrite(ModeRegister register, Func<int, bool?> named) =>
        [.. Enumerable.Range(0, register.Width).Select(bit => named(bit) ?? Untold(register, bit))];

    /// <summary>The word of a modify.</summary>
    /// <param name="register">The register.</param>
    /// <param name="before">What was read, or is remembered.</param>
    /// <param name="named">The bits of the named fields.</param>
    public static bool?[] OfModify(ModeRegister register, bool[] before, Func<int, bool?> named) =>
        [.. Enumerable.Range(0, register.Width).Select(bit => named(bit) ?? (IsCarried(register, bit) ? before[bit] : Untold(register, bit)))];

    /// <summary>Whether a write has to name a field.</summary>
    public static bool NeedsWrite(ModeRegister register, ModeField field) =>
        field.Mode.CanWrite && field.Bits.Any(bit => Untold(register, bit) is null);

    /// <summary>Whether a modify has to name a field.</summary>
    public static bool NeedsModify(ModeRegister register, ModeField field) => NeedsWrite(register, field) && !field.Bits.All(bit => IsCarried(register, bit));

    /// <summary>Whether there is a modify: some bits can be had without disturbing others.</summary>
    public static bool HasModify(ModeRegister register) =>
        register.CanWrite && (register.Initial is not null || (register.CanRead && !register.IsReadDestructive));

    // Bits that do something when they are written take what does nothing; else 'neutral', else the reset value or the shadow's first.
    static bool? Untold(ModeRegister register, int bit)
    {
        ModeField? field = register.FieldAt(bit);
        Mode mode = field?.Mode ?? register.Mode;
        bool? reset = register.Reset?[bit] ?? register.Initial?[bit];
        return (field is null ? register.Reserved : mode.Reserved) switch
        {
            "zero" => false,
            "one" => true,
            "preserve" when field is not null => reset ?? false,
            _ when !mode.CanWrite => null,
            _ when mode.Harmless is { } harmless => harmless,
            _ when field?.Neutral is { } neutral => neutral[bit - field.Low],
            _ when !mode.IsStored => null,
            _ => field is null ? reset ?? false : reset,
        };
    }

    // What replaces what is there, and can be read or is remembered.
    static bool IsCarried(ModeRegister register, int bit)
    {
        ModeField? field = register.FieldAt(bit);
        Mode mode = field?.Mode ?? register.Mode;
        bool isKnown = mode.CanRead || register.Initial is not null;
        return (field is null ? register.Reserved : mode.Reserved) switch
        {
            "zero" or "one" => false,
            "preserve" when field is not null => isKnown,
            _ => mode.IsStored && isKnown,
        };
    }
}
