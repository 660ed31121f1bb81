using System.Numerics;

namespace RegGen.Accessors.Tests.Reference;

/// <summary>A code: some of its values have names, and all others are representable all the same.</summary>
abstract class Named : Meaning
{
    public override BigInteger NumberOf(bool[] bits) => BitWord.Weights(bits);

    public override bool Is(Type type, int width) => type.IsEnum
        && Enum.GetUnderlyingType(type) == Smallest(NumberOf(BitWord.All(true, width)), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong));

    // What has a name is that name.
    public override bool Means(object value, bool[] bits)
    {
        (string Name, BigInteger Value)[] named = [.. Names(bits.Length).Where(known => known.Value == NumberOf(bits))];
        return base.Means(value, bits) && (named.Length == 0 || named.Any(known => known.Name == value.ToString()));
    }

    /// <summary>The names in a field of a width.</summary>
    public abstract IEnumerable<(string Name, BigInteger Value)> Names(int width);

    /// <summary>Nothing, the highest bit alone, and everything.</summary>
    protected static IEnumerable<(string Name, BigInteger Value)> AtEnds(int width) => new (string Name, BigInteger Value)[]
    {
        ("Nothing", 0), ("Top", BigInteger.Pow(2, width - 1)), ("All", BigInteger.Pow(2, width) - 1),
    }.DistinctBy(named => named.Value);

    protected string Spelled(int width) => $"{{ {string.Join(", ", Names(width).Select(named => $"{named.Name}: {named.Value}"))} }}";
}

/// <summary>An enum that all fields of a width share.</summary>
sealed class Shared : Named
{
    public override string Keys(int width) => $"enum: {Name(width)}";

    public override IEnumerable<string> Enums(IEnumerable<int> widths) => widths.Select(width => $"{Name(width)}: {Spelled(width)}");

    public override bool Is(Type type, int width) => type.Name == Name(width) && base.Is(type, width);

    public override IEnumerable<(string Name, BigInteger Value)> Names(int width) => AtEnds(width);

    public static string Name(int width) => $"Code{width}";
}

/// <summary>Bits that may be set together; not all of them have a name.</summary>
sealed class Flags : Named
{
    public override string Keys(int width) => $"enum: {Name(width)}";

    public override IEnumerable<string> Enums(IEnumerable<int> widths) => widths.Select(width => $"{Name(width)}: {{ flags: true, values: {Spelled(width)} }}");

    public override bool Is(Type type, int width) => type.Name == Name(width) && type.IsDefined(typeof(FlagsAttribute), false) && base.Is(type, width);

    public override IEnumerable<(string Name, BigInteger Value)> Names(int width) =>
        Enumerable.Range(0, width).Where(bit => bit is 0 or 5 || bit == width - 1).Select(bit => ($"Bit{bit}", BigInteger.Pow(2, bit)));

    public static string Name(int width) => $"Flags{width}";
}

/// <summary>An enum of the field's own; of a narrow field, with a name for every code.</summary>
sealed class Own : Named
{
    public override string Keys(int width) => $"enum: {(IsExhaustive(width) ? $"{{ exhaustive: true, values: {Spelled(width)} }}" : Spelled(width))}";

    public override IEnumerable<(string Name, BigInteger Value)> Names(int width) => IsExhaustive(width)
        ? Enumerable.Range(0, 1 << width).Select(code => ($"Is{code}", new BigInteger(code)))
        : AtEnds(width);

    static bool IsExhaustive(int width) => width <= 4;
}

/// <summary>An enum for what is read and another for what is written.</summary>
sealed class TwoNames : Meaning
{
    readonly Shared _read = new();
    readonly Flags _written = new();

    public override string Keys(int width) => $"enum: {{ read: {Shared.Name(width)}, write: {Flags.Name(width)} }}";

    public override IEnumerable<string> Enums(IEnumerable<int> widths) => _read.Enums(widths).Concat(_written.Enums(widths));

    public override BigInteger NumberOf(bool[] bits) => _read.NumberOf(bits);

    public override bool Is(Type type, int width) => _read.Is(type, width);

    public override bool IsWritten(Type type, int width) => _written.Is(type, width);

    public override bool Means(object value, bool[] bits) => _read.Means(value, bits);
}
