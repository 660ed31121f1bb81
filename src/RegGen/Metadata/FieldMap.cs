namespace RegGen.Metadata;

/// <summary>A field of a register.</summary>
/// <param name="Name">The datasheet's name.</param>
/// <param name="High">Its highest bit.</param>
/// <param name="Low">Its lowest bit.</param>
/// <param name="Access">How it behaves.</param>
public sealed record FieldMap(string Name, int High, int Low, Access Access)
{
    /// <summary>Names of its values, if it has any.</summary>
    public EnumMap? Enum { get; init; }

    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Its bits in the register.</summary>
    public ulong Mask => ulong.MaxValue >> (63 - (High - Low)) << Low;

    /// <summary>Its value in a raw word.</summary>
    public ulong Extract(ulong raw) => (raw & Mask) >> Low;

    /// <summary><c>WordLength=Eight</c>; a value without a name as a number.</summary>
    public string Describe(ulong raw) => $"{Name}={Enum?.NameOf(Extract(raw)) ?? Extract(raw).ToString(null, null)}";
}
