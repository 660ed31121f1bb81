using RegGen.Backends;

namespace RegGen.Differential.Tests;

/// <summary>An access as it goes over the bus.</summary>
readonly record struct RawAccess(ushort Port, int Width, bool IsWrite, uint Value)
{
    public PortOperation Operation => IsWrite ? PortOperation.Out(Port, (PortWidth)Width, Value) : PortOperation.In(Port, (PortWidth)Width);
}

/// <summary>An access as it went on the simulator.</summary>
/// <param name="Access">The access.</param>
/// <param name="Name">What answered it.</param>
/// <param name="Text">What was written or read, by the names of fields.</param>
/// <param name="Answer">What the simulator answered; of a write, what was written.</param>
/// <param name="Excused">The differences that are justified, each with its bits as they go over the bus.</param>
sealed record Step(RawAccess Access, string Name, Func<uint, string> Text, uint Answer, IReadOnlyList<(Difference Difference, uint Bits)> Excused)
{
    public uint Mask => Excused.Aggregate(uint.MaxValue >> (32 - Access.Width), (mask, excuse) => mask & ~excuse.Bits);
}
