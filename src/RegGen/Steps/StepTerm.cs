namespace RegGen.Steps;

/// <summary>Bits of a variable, placed in a value: <c>(variable &gt;&gt; Low &amp; Mask) &lt;&lt; Shift</c>.</summary>
/// <param name="Variable">Number of the variable.</param>
/// <param name="Low">The lowest bit taken.</param>
/// <param name="Mask">The bits taken, moved to position 0.</param>
/// <param name="Shift">Where they go.</param>
public readonly record struct StepTerm(int Variable, int Low, ulong Mask, int Shift);
