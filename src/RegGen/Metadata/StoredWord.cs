namespace RegGen.Metadata;

/// <summary>The word that a register holds, and how accesses change it: each bit as its access says.</summary>
/// <remarks>A field's own access wins; bits of no field follow the register's. It starts with the reset value, or 0.</remarks>
sealed class StoredWord
{
    readonly ulong _readable, _clearedByRead, _replaced, _clearedByOnes;
    int _reads, _writes;

    public StoredWord(RegisterMap map)
    {
        Map = map;
        Value = map.Reset ?? 0;
        List<(ulong Bits, Access Access)> parts = Split(map);
        _readable = Where(access => access.CanRead);
        _clearedByRead = Where(access => access.Read == ReadEffect.Clear);
        _replaced = Where(access => access.Write == WriteEffect.Normal);
        _clearedByOnes = Where(access => access.Write == WriteEffect.OneClears);

        ulong Where(Func<Access, bool> holds) =>
            parts.Aggregate(0ul, (bits, part) => holds(part.Access) ? bits | part.Bits : bits);
    }

    /// <summary>The part of the register that the next access in a direction reaches; each access moves on to the next.</summary>
    public DecodedRegister Turn(DecodedRegister part, bool isWrite)
    {
        if (Map.Transfer is not { } transfer)
        {
            return part;
        }

        ref int turn = ref isWrite ? ref _writes : ref _reads;
        int count = Map.Width / transfer.Width;
        int at = transfer.HighFirst ? count - 1 - turn : turn;
        turn = (turn + 1) % count;
        return part with { Shift = at * transfer.Width };
    }

    public RegisterMap Map { get; }

    public ulong Value { get; set; }

    /// <summary>What a read sees: bits that cannot be read are 0.</summary>
    public ulong Readable => Value & _readable;

    /// <summary>Clears what a read clears, among the bits that an access reaches.</summary>
    public void ApplyRead(ulong reached) => Value &= ~(_clearedByRead & reached);

    /// <summary>
    /// Stores what a write stores, among the bits that it reaches. A self-clearing bit is not stored: a one there is a behaviour's.
    /// </summary>
    public void ApplyWrite(ulong written, ulong reached)
    {
        ulong replaced = _replaced & reached;
        Value = (Value & ~(replaced | (_clearedByOnes & reached & written))) | (written & replaced);
    }

    /// <summary>Takes over what a real register was seen to hold, in the bits that an access reached.</summary>
    public void Observe(ulong read, ulong reached)
    {
        ulong seen = _readable & reached;
        Value = (Value & ~seen) | (read & seen);
    }

    /// <summary>A word for every register of a device, by full name.</summary>
    public static Dictionary<string, StoredWord> Of(DeviceMap map) =>
        map.AllRegisters.ToDictionary(known => known.Name, known => new StoredWord(known.Register));

    static List<(ulong Bits, Access Access)> Split(RegisterMap map)
    {
        ulong undeclared = ulong.MaxValue >> (64 - map.Width);
        List<(ulong, Access)> parts = [];
        foreach (FieldMap field in map.Fields)
        {
            parts.Add((field.Mask & undeclared, field.Access));
            undeclared &= ~field.Mask;
        }

        return [.. parts, (undeclared, map.Access)];
    }
}
