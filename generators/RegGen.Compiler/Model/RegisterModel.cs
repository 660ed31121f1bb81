namespace RegGen.Compiler.Model;

/// <summary>A register of the device or of a window.</summary>
sealed record RegisterModel
{
    public required string Name { get; init; }

    /// <summary>Where it was written, such as <c>registers/LCR</c>; all elements of an array have one path.</summary>
    public string Path { get; init; } = "";

    /// <summary>Full name of the window it stands in, or null.</summary>
    public string? Window { get; init; }

    /// <summary>The region that it, or its window, stands in, or null.</summary>
    public string? Region { get; init; }

    /// <summary>Full name of the window, region or block it stands in, or null.</summary>
    public string? Owner { get; init; }

    public string Doc { get; init; } = "";

    /// <summary>Ports from the device's base; in a window, the index. Of an array, or in one, that of the first element.</summary>
    public int Address { get; init; }

    /// <summary>8, 16, 32 or 64 bits.</summary>
    public int Width { get; init; }

    /// <summary>What the device needs after an access to it, or null.</summary>
    public RecoveryModel? Recovery { get; init; }

    /// <summary>Whether it moves on by itself, so that it is read until two reads agree.</summary>
    public bool IsStable { get; init; }

    /// <summary>Whether its most significant byte stands at its lowest port.</summary>
    public bool IsBigEndian { get; init; }

    public AccessMode Access { get; init; }

    /// <summary>What is written into the bits of no field; none means what preserve does.</summary>
    public ReservedPolicy Reserved { get; init; }

    /// <summary>When it answers, or null for always.</summary>
    public ConditionModel? When { get; init; }

    /// <summary>Where it is written, if not where it is read.</summary>
    public PlaceModel? WritePlace { get; init; }

    /// <summary>Registers that its ports are ports of too, as the description states.</summary>
    public EquatableArray<string> Overlaps { get; init; }

    /// <summary>The widths of accesses that it allows; null means its own alone.</summary>
    public WidthsModel? Widths { get; init; }

    /// <summary>Whether only an access of its own width reaches it.</summary>
    public bool Exact { get; init; }

    /// <summary>The value after reset, if it is known.</summary>
    public ulong? Reset { get; init; }

    /// <summary>Whether the description says that the reset value is not known, rather than nothing.</summary>
    public bool ResetIsUnknown { get; init; }

    /// <summary>Whether the device object remembers what was written.</summary>
    public bool Shadow { get; init; }

    /// <summary>What a shadow starts from.</summary>
    public ulong? Initial { get; init; }

    public EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>What it means as a number, as a field of all its bits; null if it is just its bits.</summary>
    public FieldModel? Number { get; init; }

    /// <summary>Its elements, if there are several.</summary>
    public ArrayModel? Array { get; init; }

    /// <summary>Whether it keeps its last two values: one that is written moves the one before on.</summary>
    public bool IsDoubled { get; init; }

    /// <summary>The doubled register whose value before the last it is, or null.</summary>
    public string? PreviousOf { get; init; }

    /// <summary>Which element of its array it is, or null.</summary>
    public string? Label { get; init; }

    /// <summary>Of an element, which it is of each array that it is in, the outermost first.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>How far it stands behind the first element of the arrays that it is in.</summary>
    public int Offset { get; init; }

    /// <summary>With the window or block that it stands in; of an array <c>COUNTER[#]</c>, of an element <c>COUNTER[2]</c>.</summary>
    public string FullName => (Owner, Array, Label) is (null, null, null)
        ? Name
        : $"{(Owner is null ? "" : $"{Owner}.")}{Name}{(Array is not null ? "[#]" : Label is null ? "" : $"[{Label}]")}";

    /// <summary>Its full name without the signs of arrays, for documentation.</summary>
    public string Title => FullName.Replace("[#]", "");

    /// <summary>What writing it can do to the machine, or null; what a field of it can do stands there.</summary>
    public DangerModel? Danger { get; init; }

    /// <summary>What must hold so that a write has an effect, or null. It is part of the condition of its place for writing.</summary>
    public ConditionModel? WriteEnable { get; init; }

    /// <summary>Path of the lock that a write opens first, or null.</summary>
    public string? Lock { get; init; }

    /// <summary>Whether a queue stands behind it.</summary>
    public bool Fifo { get; init; }

    /// <summary>How it goes through a narrower port, or null.</summary>
    public TransferModel? Transfer { get; init; }

    /// <summary>Steps around its accesses, or null.</summary>
    public ProtocolModel? Protocol { get; init; }

    /// <summary>Its places, each with the directions that it has there.</summary>
    public IEnumerable<(PlaceModel Place, bool Read, bool Write)> Places => WritePlace is null
        ? [(new(Address, When), CanRead, CanWrite)]
        : [(new(Address, When), CanRead, false), (WritePlace, false, CanWrite)];

    /// <summary>Ports that it covers.</summary>
    public int Bytes => (Transfer?.Port ?? Width) / 8;

    public ulong Mask => ulong.MaxValue >> (64 - Width);

    /// <summary>The word as it goes over the bus.</summary>
    public ulong Wire(ulong word) => IsBigEndian
        ? Enumerable.Range(0, Width / 8).Aggregate(0ul, (turned, i) => turned << 8 | (word >> (8 * i) & 0xFF))
        : word;

    public bool CanRead => Fields.Count == 0 ? Access.CanRead : Fields.Any(part => part.Access.CanRead);

    public bool CanWrite => Fields.Count == 0 ? Access.CanWrite : Fields.Any(part => part.Access.CanWrite);

    IEnumerable<FieldModel> Fixed => Fields.Where(part => part.Constant is not null);

    ulong ConstantMask => Fixed.Aggregate(0ul, (mask, part) => mask | part.Mask);

    ulong Constants => Fixed.Aggregate(0ul, (word, part) => word | part.Place(part.Constant!.Value));

    public FieldModel? Find(string field) => Fields.FirstOrDefault(known => known.Name == field);

    /// <summary>Whether a bit that is always 0 in what is written to one is always 1 in what is written to the other.</summary>
    public bool DiffersIn(RegisterModel other)
    {
        ulong both = ConstantMask & other.ConstantMask;
        return (Constants & both) != (other.Constants & both);
    }

    /// <summary>Whether a read changes what is read.</summary>
    public bool IsReadDestructive => Access.IsReadDestructive || Fields.Any(part => part.Access.IsReadDestructive);

    /// <summary>Whether some fields can be changed and the others left as they are: what they hold can be had without disturbing them.</summary>
    public bool CanModify => CanWrite && !IsStable && !IsDoubled && (Shadow || (CanRead && !IsReadDestructive));

    /// <summary>Whether what was read, or remembered, can be written back without anything happening.</summary>
    public bool CanChange => CanModify && (Fields.Count == 0 ? Access.Inert == Inertness.Kept : Fields.All(part => !part.IsNeededByModify(this)));

    /// <summary>The value that does nothing, as far as it is known.</summary>
    public ulong Inert => InertBits.WordOf(this);

    /// <summary>Whether it is known for each field.</summary>
    public bool IsInertKnown => Fields.All(part => !part.IsNeededByWrite(this));

    /// <summary>The bits that a modify carries over from what it read; the others take their inert value.</summary>
    public ulong Preserved => InertBits.PreservedOf(this);
}

/// <summary>A place of a register, and when the register answers there.</summary>
sealed record PlaceModel(int Address, ConditionModel? When);
