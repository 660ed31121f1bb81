namespace RegGen.Metadata;

/// <summary>The word that a register holds, and how accesses change it: each bit as its access says.</summary>
/// <remarks>A field's own access wins; bits of no field follow the register's. It starts with what drivers take it to hold, else with the reset value; what is not known of that is 0.</remarks>
sealed class StoredWord
{
    readonly ulong[] _reads = new ulong[Enum.GetValues<ReadEffect>().Length];
    readonly ulong[] _writes = new ulong[Enum.GetValues<WriteEffect>().Length];
    readonly ulong _readable, _known;
    ulong _writtenOnce;
    int _readTurns, _writeTurns;

    public StoredWord(RegisterMap map)
    {
        Map = map;
        ulong undeclared = ulong.MaxValue >> (64 - map.Width);
        foreach (FieldMap field in map.Fields.Where(field => field.Reset is not null))
        {
            Value |= field.Place(field.Reset!.Value);
            _known |= field.Mask;
        }

        (Value, _known) = (map.Initial ?? map.Reset) is { } reset ? (reset, undeclared) : (Value, _known);

        // What is only read is not what is written at the same bits.
        ulong onlyRead = map.Fields.Where(field => !field.Access.CanWrite).Aggregate(0ul, (bits, field) => bits | field.Mask);
        foreach (FieldMap field in map.Fields)
        {
            Take(field.Access, field.Mask & (ulong.MaxValue >> (64 - map.Width)), onlyRead);
            undeclared &= ~field.Mask;
        }

        Take(map.Access, undeclared, 0);
        _readable = _reads[(int)ReadEffect.Normal] | _reads[(int)ReadEffect.Clear] | _reads[(int)ReadEffect.Set] | _reads[(int)ReadEffect.Pop];
    }

    /// <summary>The part of the register that the next access in a direction reaches; each access moves on to the next.</summary>
    public DecodedRegister Turn(DecodedRegister part, bool isWrite)
    {
        if (Map.Transfer is not { } transfer)
        {
            return part;
        }

        ref int turn = ref isWrite ? ref _writeTurns : ref _readTurns;
        int count = Map.Width / transfer.Width;
        int at = transfer.HighFirst ? count - 1 - turn : turn;
        turn = (turn + 1) % count;
        return part with { Shift = at * transfer.Width };
    }

    /// <summary>The word as it is now, to go on from by itself.</summary>
    public StoredWord Copy() => (StoredWord)MemberwiseClone();

    public RegisterMap Map { get; }

    public ulong Value { get; set; }

    /// <summary>What a read sees: bits that cannot be read are 0.</summary>
    public ulong Readable => Value & _readable;

    /// <summary>Changes what a read changes, among the bits that it reaches.</summary>
    public void ApplyRead(ulong reached) =>
        Value = (Value & ~(Reads(ReadEffect.Clear) & reached)) | (Reads(ReadEffect.Set) & reached);

    /// <summary>
    /// Stores what a write stores, among the bits that it reaches. A self-clearing bit is not stored, nor is what goes into a queue: these are
    /// a behaviour's.
    /// </summary>
    public void ApplyWrite(ulong written, ulong reached)
    {
        ulong ones = written & reached, zeros = ~written & reached;
        ulong replaced = (Writes(WriteEffect.Normal) | (Writes(WriteEffect.Once) & ~_writtenOnce)) & reached;
        ulong cleared = (Writes(WriteEffect.OneClears) & ones) | (Writes(WriteEffect.ZeroClears) & zeros) | (Writes(WriteEffect.AnyClears) & reached);
        ulong set = (Writes(WriteEffect.OneSets) & ones) | (Writes(WriteEffect.ZeroSets) & zeros) | (Writes(WriteEffect.AnySets) & reached);
        ulong toggled = (Writes(WriteEffect.OneToggles) & ones) | (Writes(WriteEffect.ZeroToggles) & zeros);
        Value = ((Value & ~(replaced | cleared)) | (written & replaced) | set) ^ toggled;
        _writtenOnce |= Writes(WriteEffect.Once) & reached;
    }

    /// <summary>Takes over what a real register was seen to hold, in the bits that an access reached.</summary>
    public void Observe(ulong read, ulong reached)
    {
        ulong seen = _readable & reached;
        Value = (Value & ~seen) | (read & seen);
    }

    /// <summary>
    /// A word for every register of a device that is there once, by full name. Where nothing is known of what a register holds, it holds what
    /// the device is recognized by.
    /// </summary>
    public static Dictionary<string, StoredWord> Of(DeviceMap map)
    {
        Dictionary<string, StoredWord> words = map.StandingRegisters.ToDictionary(known => known.Name, known => new StoredWord(known.Register));
        foreach (Condition condition in map.Identity?.Conditions ?? [])
        {
            if (words.TryGetValue(condition.Register, out StoredWord? word) && (word._known & condition.Mask) == 0
                && !map.Identity!.Restores.Contains(condition.Register) && !condition.Holds(word.Value))
            {
                word.Value = condition.Satisfied(word.Value);
            }
        }

        return words;
    }

    /// <summary>A word for every register of one set of a window with parameters, by the name without them.</summary>
    public static Dictionary<string, StoredWord> Of(WindowMap window) =>
        window.Registers.ToDictionary(register => $"{window.Name}.{register.Name}", register => new StoredWord(register));

    ulong Reads(ReadEffect effect) => _reads[(int)effect];

    ulong Writes(WriteEffect effect) => _writes[(int)effect];

    void Take(Access access, ulong bits, ulong onlyRead)
    {
        _reads[(int)access.Read] |= bits;
        _writes[(int)access.Write] |= access.CanRead ? bits : bits & ~onlyRead;
    }
}
