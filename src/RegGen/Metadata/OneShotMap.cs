namespace RegGen.Metadata;

/// <summary>A bank that a write selects for one access: the next one to a register whose conditions name it.</summary>
/// <param name="Name">What conditions call it.</param>
/// <param name="Register">The register whose write selects it.</param>
/// <param name="Mask">The bits of the written word that tell.</param>
/// <param name="Bits">What they are when the bank is selected.</param>
public sealed record OneShotMap(string Name, string Register, ulong Mask, ulong Bits)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";
}
