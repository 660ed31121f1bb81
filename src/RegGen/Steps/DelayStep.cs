using RegGen.Backends;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>delay 5us</c>: waits at least so long.</summary>
/// <param name="nanoseconds">How long; kept in steps of 100 ns, rounded up.</param>
public sealed class DelayStep(long nanoseconds) : PortStep
{
    internal static TimeSpan Time(long nanoseconds) =>
        new((nanoseconds + TimeSpan.NanosecondsPerTick - 1) / TimeSpan.NanosecondsPerTick);

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables) => program.Add(PortOperation.Delay(Time(nanoseconds)));
}
