namespace RegGen.Compiler.Model;

/// <summary>How long the device needs after an access before the next one, in nanoseconds.</summary>
/// <param name="Read">After a read; 0 for no time.</param>
/// <param name="Write">After a write; 0 for no time.</param>
sealed record RecoveryModel(long Read, long Write)
{
    public override string ToString() => Read == Write ? StepTime.Spelled(Read)
        : string.Join(", ", new[] { (Read, "after a read"), (Write, "after a write") }.Where(each => each.Item1 > 0).Select(each => $"{StepTime.Spelled(each.Item1)} {each.Item2}"));
}
