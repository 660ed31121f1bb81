namespace RegGen.Benchmarks.Measuring;

/// <summary>What a contest came to.</summary>
/// <param name="Ratio">Median over the rounds of subject over reference.</param>
/// <param name="Low">Lower quartile of it.</param>
/// <param name="High">Upper quartile of it.</param>
/// <param name="Nanoseconds">One repetition of the subject, median. For orientation: only ratios can be compared.</param>
/// <param name="Allocated">Bytes that all rounds together allocated.</param>
sealed record Outcome(double Ratio, double Low, double High, double Nanoseconds, long Allocated);
