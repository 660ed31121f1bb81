namespace RegGen.Steps;

/// <summary>One term of a condition: bits of a register have one of some values, or none of them.</summary>
/// <param name="Place">The register.</param>
/// <param name="Mask">The bits compared, in place.</param>
/// <param name="Values">The values, in place.</param>
/// <param name="Unless">Whether the bits must have none of the values.</param>
public sealed record StepTest(StepPlace Place, ulong Mask, ulong[] Values, bool Unless = false);
