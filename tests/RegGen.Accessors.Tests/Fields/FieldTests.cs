using RegGen.Accessors.Tests.Descriptions;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>
/// Every kind of field in every width at every place where it fits: what generated code reads, writes, modifies and waits for is compared
/// with a reference that knows nothing but single bits.
/// </summary>
public sealed class FieldTests
{
    static readonly int[] s_widths = [8, 16, 32];

    public static TheoryData<string> Kinds => [.. FieldKind.All.Concat(FieldKind.Others).Select(kind => kind.Name)];

    /// <summary>Registers of 64 bits are in <see cref="WideFieldTests"/>; here, only what their calls with named fields make of the edges.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_is_its_bits_and_no_other(string name)
    {
        FieldKind kind = FieldKind.Of(name);
        RegisterSpec[] registers = [.. s_widths.SelectMany(width => Packing.Everywhere(kind, width))];

        Assert.Equal(s_widths.Sum(kind.Places), registers.Sum(register => register.Fields.Count));
        DeviceCheck.Run(kind, [.. registers, .. Packing.AtEdges(kind, 64)]);
    }
}
