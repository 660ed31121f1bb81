namespace RegGen.Metadata;

/// <summary>When a register answers: while bits of another register have a value.</summary>
/// <param name="Register">The selecting register.</param>
/// <param name="Mask">The selecting field's bits.</param>
/// <param name="Value">Their value, in place.</param>
public sealed record Condition(string Register, ulong Mask, ulong Value);
