using RegGen.Accessors.Tests.Descriptions;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Arrays of fields: each element, by its name and by its number, the first and the last among them, and what is past the ends.</summary>
public sealed class ArrayTests
{
    static readonly int[] s_widths = [8, 16, 32, 64];

    // An element is named as any field is: one kind shows that.
    public static TheoryData<string, bool> Kinds => new() { { "signed", true }, { "bcd", false }, { "enum", false }, { "scaled", false }, { "pieces", false } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_element_is_its_bits_and_no_other(string name, bool hasCalls)
    {
        FieldKind kind = FieldKind.Of(name);

        DeviceCheck.Run(kind, [.. s_widths.SelectMany(width => Arrays.AtEdges(kind, width))], hasCalls);
    }

    [Fact]
    public void So_it_is_at_every_place()
    {
        FieldKind kind = FieldKind.Of("unsigned");

        DeviceCheck.Run(kind, [.. Arrays.Everywhere(kind, 8), .. Arrays.Everywhere(kind, 16)], hasCalls: false);
    }
}
