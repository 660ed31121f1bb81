namespace RegGen.Metadata;

/// <summary>The word that a register holds, and how accesses change it: each bit as its access says.</summary>
/// <remarks>A field's own access wins; bits of no field follow the register's. It starts with what drivers take it to hold, else with the reset value; what is not known of that is 0.</remarks>
sealed class StoredWord
{
    readonly ulong[] _reads = new ulong[Enum.GetValues<ReadEffect>().Length];
    readonly ulong[] _writes = new ulong[Enum.GetValues<WriteEffect>().Length];
    readonly ulong _readable, _known;
    ulong _value, _writtenOnce;
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

    /// <summary>The word.</summary>
    public ulong Value
    {
        get => Volatile.Read(ref _value);
        set
        {
            bool changes = _value != value;
            Volatile.Write(ref _value, value);
            if (changes && Selection is { } selection)
            {
                selection.HasChanged = true;
            }
        }
    }

    /// <summary>Replaces a word that selects nothing.</summary>
    public void Store(ulong value) => Volatile.Write(ref _value, value);

    /// <summary>What is to know that the word has changed, since it selects what answers; null if it does not.</summary>
    public Selection? Selection { get; set; }

    /// <summary>The bits that can be read.</summary>
    public ulong ReadableBits => _readable;

    /// <summary>Bits that a read leaves as they are only where they are 0, and only where they are 1.</summary>
    public (ulong Clears, ulong Sets) ReadEffects => (Reads(ReadEffect.Clear), Reads(ReadEffect.Set));

    /// <summary>Bits that a written 1 clears or inverts: what a read-modify-write must not carry over.</summary>
    public ulong ActsOnOne => Writes(WriteEffect.OneClears) | Writes(WriteEffect.OneToggles);

    /// <summary>Bits that simply take what is written.</summary>
    public ulong Replaced => Writes(WriteEffect.Normal);

    /// <summary>What is known of the word beside its bits: what was written once, and whose turn it is.</summary>
    public ulong[] Hidden
    {
        get => [_writtenOnce, (ulong)_readTurns, (ulong)_writeTurns];
        set => (_writtenOnce, _readTurns, _writeTurns) = (value[0], (int)value[1], (int)value[2]);
    }

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
