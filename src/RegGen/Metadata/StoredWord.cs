namespace RegGen.Metadata;

/// <summary>The word that a register holds, and how accesses change it: each bit as its access says.</summary>
/// <remarks>A field's own access wins; bits of no field follow the register's. It starts with the reset value, or 0.</remarks>
sealed class StoredWord
{
    readonly uint _readable, _clearedByRead, _replaced, _clearedByOnes;

    public StoredWord(RegisterMap map)
    {
        Map = map;
        Value = map.Reset ?? 0;
        List<(uint Bits, Access Access)> parts = Split(map);
        _readable = Where(access => access.CanRead);
        _clearedByRead = Where(access => access.Read == ReadEffect.Clear);
        _replaced = Where(access => access.Write == WriteEffect.Normal);
        _clearedByOnes = Where(access => access.Write == WriteEffect.OneClears);

        uint Where(Func<Access, bool> holds) =>
            parts.Aggregate(0u, (bits, part) => holds(part.Access) ? bits | part.Bits : bits);
    }

    public RegisterMap Map { get; }

    public uint Value { get; set; }

    /// <summary>What a read sees: bits that cannot be read are 0.</summary>
    public uint Readable => Value & _readable;

    /// <summary>Clears what a read clears.</summary>
    public void ApplyRead() => Value &= ~_clearedByRead;

    /// <summary>Stores what a write stores. A self-clearing bit is not stored: a one there is a behaviour's.</summary>
    public void ApplyWrite(uint written) => Value = (Value & ~(_replaced | (_clearedByOnes & written))) | (written & _replaced);

    /// <summary>Takes over what a real register was seen to hold.</summary>
    public void Observe(uint read) => Value = (Value & ~_readable) | (read & _readable);

    /// <summary>A word for every register of a device, by full name.</summary>
    public static Dictionary<string, StoredWord> Of(DeviceMap map) =>
        map.AllRegisters.ToDictionary(known => known.Name, known => new StoredWord(known.Register));

    static List<(uint Bits, Access Access)> Split(RegisterMap map)
    {
        uint undeclared = uint.MaxValue >> (32 - map.Width);
        List<(uint, Access)> parts = [];
        foreach (FieldMap field in map.Fields)
        {
            parts.Add((field.Mask & undeclared, field.Access));
            undeclared &= ~field.Mask;
        }

        return [.. parts, (undeclared, map.Access)];
    }
}
