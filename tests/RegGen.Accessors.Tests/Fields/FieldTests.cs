using RegGen.Accessors.Tests.Descriptions;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>
/// Every kind of field in every width at every place where it fits: what generated code reads, writes, modifies and waits for is compared
/// with a reference that knows nothing but single bits. Every place of 64 bits is in <see cref="WideFieldTests"/>.
/// </summary>
public sealed class FieldTests
{
    static readonly int[] s_narrow = [8, 16];

    public static TheoryData<string> Kinds => [.. FieldKind.All.Concat(FieldKind.Others).Select(kind => kind.Name)];

    /// <summary>The kinds whose code is not that of another one with something around it.</summary>
    public static TheoryData<string> Forms => ["unsigned", "signed", "bcd", "scaled", "enum", "pieces"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_is_its_bits_and_no_other(string name)
    {
        FieldKind kind = FieldKind.Of(name);
        RegisterSpec[] registers = [.. s_narrow.SelectMany(width => Packing.Everywhere(kind, width))];

        Assert.Equal(s_narrow.Sum(kind.Places), registers.Sum(register => register.Fields.Count));
        DeviceCheck.Run(kind, [.. registers, .. Packing.AtEdges(kind, 32), .. Packing.AtEdges(kind, 64)]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void So_it_is_at_every_place_of_32_bits(string name)
    {
        FieldKind kind = FieldKind.Of(name);
        IReadOnlyList<RegisterSpec> registers = Packing.Everywhere(kind, 32);

        Assert.Equal(kind.Places(32), registers.Sum(register => register.Fields.Count));
        DeviceCheck.Run(kind, registers, hasCalls: false);
    }
}
