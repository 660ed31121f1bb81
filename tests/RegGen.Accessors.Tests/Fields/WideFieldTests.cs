using RegGen.Accessors.Tests.Descriptions;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Every kind of field in every width at every place of 64 bits, read and written by value.</summary>
public sealed class WideFieldTests
{
    /// <summary>A number with a scale has its number without the scale beside it, so these compare plain numbers too: of one bit, the pieces do.</summary>
    public static TheoryData<string> Kinds => [.. FieldKind.All.Select(kind => kind.Name).Where(name => name is not ("unsigned" or "signed"))];

    // Without the calls with named fields: those of a thousand registers take as long to compile as all the rest.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_is_its_bits_and_no_other(string name)
    {
        FieldKind kind = FieldKind.Of(name);
        IReadOnlyList<RegisterSpec> registers = Packing.Everywhere(kind, 64);

        Assert.Equal(kind.Places(64), registers.Sum(register => register.Fields.Count));
        DeviceCheck.Run(kind, registers, hasCalls: false);
    }
}
