namespace RegGen.Compiler.Model;

/// <summary>A field of a register.</summary>
sealed record FieldModel
{
    public required string Name { get; init; }

    public string Doc { get; init; } = "";

    /// <summary>Its bits, the most significant piece first. Nearly always one piece.</summary>
    public EquatableArray<BitRange> Pieces
    {
        get;
        init
        {
            field = value;
            (Mask, Width, High, Low) = (0, 0, 0, value.Any() ? int.MaxValue : 0);
            foreach (BitRange piece in value)
            {
                Mask |= piece.Mask;
                Width += piece.Width;
                High = Math.Max(High, piece.High);
                Low = Math.Min(Low, piece.Low);
            }
        }
    }

    /// <summary>The array that it is an element of, or null.</summary>
    public string? Array { get; init; }

    /// <summary>Which element it is.</summary>
    public int Index { get; init; }

    public AccessMode Access { get; init; }

    /// <summary>How its bits are read as a number.</summary>
    public NumberKind Kind { get; init; }

    /// <summary>When its bits are decimal digits rather than a binary number; null if its kind says all.</summary>
    public ConditionModel? BcdWhen { get; init; }

    /// <summary>What the number means in the world, if it is not the number itself.</summary>
    public ScaleModel? Scale { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>The least value that may be written, in the field's unit.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest value that may be written, in the field's unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>Name of its enum, or null.</summary>
    public string? Enum { get; init; }

    /// <summary>Name of the enum of what is written, if that is another one.</summary>
    public string? WriteEnum { get; init; }

    /// <summary>Its enum, if it is declared in the field itself.</summary>
    public EnumModel? InlineEnum { get; init; }

    public ulong? Reset { get; init; }

    /// <summary>Whether the description says that the reset value is not known, rather than nothing.</summary>
    public bool ResetIsUnknown { get; init; }

    /// <summary>The value that does nothing, where it is neither the access's nor the reset.</summary>
    public ulong? Neutral { get; init; }

    /// <summary>Whether no value does nothing, not even the reset value.</summary>
    public bool HasNoNeutral { get; init; }

    /// <summary>The value that it always has; tells registers at one port apart.</summary>
    public ulong? Constant { get; init; }

    /// <summary>What writing it can do to the machine, or null.</summary>
    public DangerModel? Danger { get; init; }

    public int High { get; private init; }

    public int Low { get; private init; }

    public int Width { get; private init; }

    /// <summary>The largest unsigned number that its bits hold.</summary>
    public ulong Largest => BitRange.Ones(Width);

    public ulong Mask { get; private init; }

    /// <summary>The array's name of an element, else its own: enums and positions belong to that.</summary>
    public string Declared => Array ?? Name;

    /// <summary>Whether a caller may give it a value.</summary>
    public bool IsChosen => Access.CanWrite && Constant is null;

    /// <summary>The numbers that its bits stand for.</summary>
    public (decimal Least, decimal Most) Numbers => Kind switch
    {
        NumberKind.TwosComplement => (-(decimal)BitRange.Ones(Width - 1) - 1, BitRange.Ones(Width - 1)),
        NumberKind.Bcd => (0, DigitsOf(9)),

        // What is written must be sayable both ways: only the access tells which one holds.
        _ when BcdWhen is not null => (0, DigitsOf(9)),
        _ => (0, Largest),
    };

    /// <summary>The numbers that may be written: those that its bits stand for, within its bounds.</summary>
    public (decimal Least, decimal Most) Allowed
    {
        get
        {
            (decimal least, decimal most) = Numbers;
            (decimal? from, decimal? to) = Scale is { } scale ? scale.Numbers(Min, Max) : (Min, Max);
            return (Math.Max(least, from ?? least), Math.Min(most, to ?? most));
        }
    }

    /// <summary>A number at the field's bits.</summary>
    public ulong Place(ulong number)
    {
        ulong word = 0;
        int shift = Width;
        foreach (BitRange piece in Pieces)
        {
            shift -= piece.Width;
            word |= (number >> shift & BitRange.Ones(piece.Width)) << piece.Low;
        }

        return word;
    }

    /// <summary>The number at the field's bits.</summary>
    public ulong Take(ulong word)
    {
        ulong number = 0;
        foreach (BitRange piece in Pieces)
        {
            number = (piece.Width < 64 ? number << piece.Width : 0) | (word >> piece.Low & BitRange.Ones(piece.Width));
        }

        return number;
    }

    public string PathIn(RegisterModel register) => $"{register.Path}/fields/{Name}";

    /// <summary>Where its enum belongs; that of an array is declared once.</summary>
    public string EnumPathIn(RegisterModel register) => $"{register.Path}/fields/{Declared}/enum";

    /// <summary>The largest number that its bits can be read as, digits above 9 included.</summary>
    public ulong LargestRead => Kind == NumberKind.Bcd ? DigitsOf(15) : Largest;

    ulong DigitsOf(ulong most)
    {
        ulong number = 0;
        for (int left = Width; left > 0;)
        {
            int bits = left % 4 == 0 ? 4 : left % 4;
            number = (number * 10) + Math.Min(most, BitRange.Ones(bits));
            left -= bits;
        }

        return number;
    }
}
