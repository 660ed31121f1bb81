namespace RegGen.Compiler.Model;

/// <summary>What writing a register or a field can do to the machine.</summary>
/// <param name="Text">In words; of a way to memory, the same words everywhere.</param>
/// <param name="ReachesMemory">Whether the device can be made to reach memory.</param>
sealed record DangerModel(string Text, bool ReachesMemory)
{
    /// <summary>What <c>danger: dma</c> says.</summary>
    public static readonly DangerModel Dma = new("the device can be made to read or write memory", ReachesMemory: true);

    /// <summary>As a sentence of documentation.</summary>
    public string Sentence => $"Danger: {Text.TrimEnd('.')}.";
}
