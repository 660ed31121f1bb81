using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>A kind of field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What its bits mean.</param>
/// <param name="Shape">In which pieces bits are that begin at a place, from the lowest one and the width; the most significant piece first.</param>
/// <param name="IsConstant">Whether it has one value always.</param>
sealed record FieldKind(string Name, Meaning Meaning, Func<int, int, (int High, int Low)[]> Shape, bool IsConstant = false)
{
    public static IReadOnlyList<FieldKind> All { get; } =
    [
        new("unsigned", new Unsigned(), InOnePiece),
        new("signed", new Signed(), InOnePiece),
        new("bcd", new Bcd(), InOnePiece),
        new("fixed point", new Scaled(new Unsigned(), width => Scale.Point((width + 1) / 2)), InOnePiece),
        new("scaled", new Scaled(new Signed(), _ => Scale.Of("0.5", "-40", 1)), InOnePiece),
        new("enum", new Shared(), InOnePiece),
        new("bounded", new Bounded(new Unsigned()), InOnePiece),
        new("signed, bounded", new Bounded(new Signed()), InOnePiece),
        new("pieces", new Unsigned(), InPieces),
        new("signed, pieces", new Signed(), InPieces),
        new("constant", new Unsigned(), InOnePiece, IsConstant: true),
    ];

    /// <summary>Kinds that are others in other words: in narrow registers, and at the edges of wide ones.</summary>
    public static IReadOnlyList<FieldKind> Others { get; } =
    [
        new("flags", new Flags(), InOnePiece),
        new("own enum", new Own(), InOnePiece),
        new("two enums", new TwoNames(), InOnePiece),
        new("scaled digits", new Scaled(new Bcd(), _ => Scale.Of("0.01", "0", 2)), InOnePiece),
        new("scaled down", new Scaled(new Unsigned(), _ => Scale.Of("-0.3", "12.7", 1)), InOnePiece),
        new("signed fixed point", new Scaled(new Signed(), _ => Scale.Point(4)), InPieces),
        new("digits in pieces", new Bcd(), InPieces),
        new("enum in pieces", new Shared(), InPieces),
        new("constant in pieces", new Unsigned(), InPieces, IsConstant: true),
    ];

    public static FieldKind Of(string name) => All.Concat(Others).Single(kind => kind.Name == name);

    public FieldSpec Field(string name, int low, int width, Random random) =>
        new(name, Shape(low, width), Meaning) { Constant = IsConstant ? BitWord.Any(random, width) : null };

    /// <summary>How many widths there are at how many places.</summary>
    public int Places(int registerWidth) => Enumerable.Range(Meaning.Narrowest, registerWidth - Meaning.Narrowest + 1).Sum(width => registerWidth - width + 1);

    public override string ToString() => Name;

    static (int, int)[] InOnePiece(int low, int width) => [(low + width - 1, low)];

    // Two or three pieces, the least significant one on top.
    static (int, int)[] InPieces(int low, int width)
    {
        int[] sizes = width == 1 ? [1] : width % 3 == 0 ? [width / 3, (width / 3) + 1, (width / 3) - 1] : [width / 2, width - (width / 2)];
        return [.. sizes.Where(size => size > 0).Select(size => (High: (low += size) - 1, Low: low - size))];
    }
}
