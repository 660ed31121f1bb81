namespace RegGen.Metadata;

/// <summary>What writing a register or a field can do to the machine.</summary>
/// <param name="Text">In words.</param>
/// <param name="ReachesMemory">Whether the device can be made to read or write memory.</param>
public sealed record DangerMap(string Text, bool ReachesMemory = false)
{
    /// <summary>An address or a command of a transfer that the device does by itself.</summary>
    public static DangerMap Dma { get; } = new("the device can be made to read or write memory", ReachesMemory: true);
}
