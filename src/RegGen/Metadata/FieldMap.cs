using System.Globalization;

namespace RegGen.Metadata;

/// <summary>A field of a register.</summary>
/// <param name="Name">The datasheet's name; of an element of an array, with its number.</param>
/// <param name="High">Its highest bit.</param>
/// <param name="Low">Its lowest bit.</param>
/// <param name="Access">How it behaves.</param>
public sealed record FieldMap(string Name, int High, int Low, Access Access)
{
    readonly IReadOnlyList<(int High, int Low)>? _pieces;

    /// <summary>Its bits in pieces, the most significant first.</summary>
    public IReadOnlyList<(int High, int Low)> Pieces
    {
        get => _pieces ?? [(High, Low)];
        init => _pieces = value;
    }

    /// <summary>Names of its values, if it has any.</summary>
    public EnumMap? Enum { get; init; }

    /// <summary>Names of the values that are written, if these are others.</summary>
    public EnumMap? WriteEnum { get; init; }

    /// <summary>How its bits are read as a number.</summary>
    public NumberKind Kind { get; init; }

    /// <summary>When its bits are decimal digits rather than a binary number: while all of these hold. Empty means that <see cref="Kind"/> says all.</summary>
    public IReadOnlyList<Condition> BcdWhen { get; init; } = [];

    /// <summary>What one step of the number means.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>What the number 0 means.</summary>
    public double Offset { get; init; }

    /// <summary>Unit of what it means.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The least value that may be written, in its unit; null means what its bits hold.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value that may be written, in its unit; null means what its bits hold.</summary>
    public double? Max { get; init; }

    /// <summary>The value that it always has, if it has one: that tells registers at one port apart.</summary>
    public ulong? Constant { get; init; }

    /// <summary>Its value after reset, where the datasheet tells that of each field; else see the register's.</summary>
    public ulong? Reset { get; init; }

    /// <summary>What writing it can do to the machine; null if it does no harm.</summary>
    public DangerMap? Danger { get; init; }

    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Its bits in the register.</summary>
    public ulong Mask => Place(ulong.MaxValue);

    /// <summary>Its number of bits.</summary>
    public int Width => Pieces.Sum(piece => piece.High - piece.Low + 1);

    /// <summary>The unsigned number at its bits.</summary>
    public ulong Extract(ulong raw)
    {
        if (_pieces is null)
        {
            return (raw >> Low) & Ones(High - Low + 1);
        }

        ulong number = 0;
        foreach ((int high, int low) in _pieces)
        {
            number = (number << (high - low + 1)) | ((raw >> low) & Ones(high - low + 1));
        }

        return number;
    }

    /// <summary>An unsigned number at its bits.</summary>
    public ulong Place(ulong number)
    {
        if (_pieces is null)
        {
            return (number & Ones(High - Low + 1)) << Low;
        }

        ulong word = 0;
        int shift = Width;
        foreach ((int high, int low) in _pieces)
        {
            shift -= high - low + 1;
            word |= ((number >> shift) & Ones(high - low + 1)) << low;
        }

        return word;
    }

    /// <summary><c>WordLength=Eight</c>, <c>Temperature=-3.5 °C</c>; a value without a name as a number.</summary>
    /// <param name="raw">The word.</param>
    /// <param name="isWrite">Whether it was written, where that has other names.</param>
    public string Describe(ulong raw, bool isWrite = false) => $"{Name}={DescribeValue(raw, isWrite)}";

    /// <summary><c>Eight</c>, <c>-3.5 °C</c>: what <see cref="Describe"/> shows behind the name.</summary>
    internal string DescribeValue(ulong raw, bool isWrite = false)
    {
        ulong bits = Extract(raw);
        string? name = (isWrite ? WriteEnum ?? Enum : Enum)?.NameOf(bits);
        return $"{name ?? Spell(bits)}{(Unit.Length > 0 ? $" {Unit}" : "")}";
    }

    /// <summary>The field as it is while registers hold these words.</summary>
    /// <param name="word">The word that a register holds, by its full name.</param>
    internal FieldMap Known(Func<string, ulong> word) => BcdWhen.Count == 0
        ? this
        : this with { Kind = BcdWhen.All(condition => condition.Holds(word(condition.Register))) ? NumberKind.Bcd : NumberKind.Binary, BcdWhen = [] };

    string Spell(ulong bits)
    {
        bool scaled = Scale != 1 || Offset != 0;
        return Kind switch
        {
            NumberKind.TwosComplement when !scaled => FieldValue.FromTwos(bits, Width).ToString(CultureInfo.InvariantCulture),
            NumberKind.TwosComplement => Real(FieldValue.FromTwos(bits, Width)),
            _ when BcdWhen.Count > 0 => string.Create(CultureInfo.InvariantCulture, $"0x{bits:X}"),
            NumberKind.Bcd when HasDigitAboveNine(bits) => string.Create(CultureInfo.InvariantCulture, $"0x{bits:X}"),
            NumberKind.Bcd when !scaled => FieldValue.FromBcd(bits).ToString(CultureInfo.InvariantCulture),
            NumberKind.Bcd => Real(FieldValue.FromBcd(bits)),
            _ => scaled ? Real(bits) : bits.ToString(CultureInfo.InvariantCulture),
        };
    }

    string Real(double number) => FieldValue.Scaled(number, Scale, Offset).ToString(CultureInfo.InvariantCulture);

    static bool HasDigitAboveNine(ulong bits)
    {
        for (; bits != 0; bits >>= 4)
        {
            if ((bits & 0xF) > 9)
            {
                return true;
            }
        }

        return false;
    }

    static ulong Ones(int bits) => ulong.MaxValue >> (64 - bits);
}
