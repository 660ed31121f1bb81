using RegGen.Accessors.Tests.Compiled;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Enums beyond one field: shared by fields of several widths.</summary>
public sealed class CodeTests
{
    const string Shared = """
        reggen: 1
        device: Every
        size: 0x100
        enums: { Mode: { Off: 0, On: 1 } }
        registers:
          BYTES: { at: 0, width: 32, reset: 0, fields: { Three: 2..0 rw Mode, Eight: 15..8 rw Mode, Sixteen: 31..16 rw Mode } }
          WIDE: { at: 8, width: 64, reset: 0, fields: { Forty: 39..0 rw Mode, Eight: 47..40 rw Mode } }
        sequences:
          SetEight: { parameters: { mode: BYTES.Eight }, steps: [ "BYTES.Eight <- mode" ] }
          SetMode: { parameters: { mode: Mode }, steps: [ "BYTES.Eight <- mode" ] }

        """;

    [Theory]
    [InlineData("Bytes", "Three", 8)]
    [InlineData("Bytes", "Eight", 0x100)]
    [InlineData("Bytes", "Eight", 0x1_0000_0001)]
    [InlineData("Bytes", "Sixteen", 0x1_0000)]
    [InlineData("Bytes", "Sixteen", 0x1_0000_0001)]
    [InlineData("Wide", "Eight", 0x100)]
    [InlineData("Wide", "Forty", 1L << 40)]
    public void A_code_of_a_shared_enum_that_the_field_cannot_hold_is_refused(string register, string field, long code)
    {
        using var device = new CompiledDevice(Shared, new ScriptedBackend());
        CompiledRegister known = device.Register(register);
        var property = new CompiledField(known, field);
        object value = Enum.ToObject(property.Type, code);

        Assert.Equal(typeof(ulong), Enum.GetUnderlyingType(property.Type));
        Assert.Throws<ArgumentOutOfRangeException>(() => property.With(known.ValueOf(0), value));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.Call("Write", (field, value)));
    }

    [Theory]
    [InlineData("SetEight", 0x100)]
    [InlineData("SetEight", 0x1_0000_0001)]
    [InlineData("SetMode", 2)]
    [InlineData("SetMode", 0x1_0000_0001)]
    public void So_it_is_by_a_sequence(string sequence, long code)
    {
        using var device = new CompiledDevice(Shared, new ScriptedBackend());

        Assert.Throws<ArgumentOutOfRangeException>(() => device.Call(sequence, code));
    }
}
