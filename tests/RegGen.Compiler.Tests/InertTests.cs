using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests;

/// <summary>What a write puts into the fields that the caller does not name, and what a modify carries over.</summary>
public sealed class InertTests
{
    [Theory]
    [InlineData("Flag: { bits: 0, access: w1c }", 0u)]
    [InlineData("Start: { bits: 0, access: sc }", 0u)]
    [InlineData("Ready: { bits: 0, access: ro }", 0u)]
    [InlineData("Mode: { bits: 2..1, neutral: 3 }", 3u)]
    [InlineData("Mode: { bits: 2..1, reset: 2 }", 2u)]
    [InlineData("Mode: { bits: 2..1, reset: 2, neutral: 1 }", 1u)]
    [InlineData("Mode: { bits: 2..1 }", null)]
    public void A_field_is_left_alone_by_its_access_else_its_neutral_value_else_its_reset(string field, uint? inert)
    {
        RegisterModel register = Yaml.Register($"  MODE: {{ at: 0, fields: {{ {field} }} }}\n");

        Assert.Equal(inert, register.Fields[0].InertIn(register));
    }

    [Theory]
    [InlineData("Flag: { bits: 0, access: w1c }", 0u)]
    [InlineData("Mode: { bits: 7..4 }", 0xAu)]
    [InlineData("Mode: { bits: 3..2, neutral: 0 }", 0u)]
    public void The_reset_of_the_register_serves_its_fields(string field, uint inert)
    {
        RegisterModel register = Yaml.Register($"  MODE: {{ at: 0, reset: 0xAF, fields: {{ {field} }} }}\n");

        Assert.Equal(inert, register.Fields[0].InertIn(register));
    }

    [Fact]
    public void The_inert_word_is_made_of_its_fields_and_the_reset_of_the_bits_between()
    {
        RegisterModel register = Yaml.Register("  MODE: { at: 0, reset: 0xF1, fields: { Flag: 0 w1c, Mode: { bits: 7..6, neutral: 1 } } }\n");

        // Bits 5..4 belong to no field and keep their reset value; bit 0 is cleared by a one; bits 7..6 are neutral at 01.
        Assert.Equal(0b0111_0000u, register.Inert);
    }

    [Theory]
    [InlineData("access: rw", 0xFFu)]
    [InlineData("access: wo", 0u)]
    [InlineData("access: wo, shadow: true, initial: 0", 0xFFu)]
    [InlineData("access: rw, fields: { Flag: 0 w1c, Go: 1 sc, Ready: 2 ro, Mode: 4..3 }", 0xF8u)]
    [InlineData("access: w1c, fields: { Flag: 0 w1c, Mode: 4 rw }", 0x10u)]
    public void A_modify_carries_over_the_bits_that_read_and_write_normally(string register, uint preserved) =>
        Assert.Equal(preserved, Yaml.Register($"  MODE: {{ at: 0, {register} }}\n").Preserved);
}
