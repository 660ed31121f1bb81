namespace RegGen.Metadata;

/// <summary>How a device is told from whatever else may stand at its ports.</summary>
/// <param name="Text">The condition as the description writes it.</param>
/// <param name="Conditions">What must hold.</param>
public sealed record IdentityMap(string Text, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Steps that are done before the conditions are looked at, as the description writes them.</summary>
    public IReadOnlyList<string> Probe { get; init; } = [];

    /// <summary>Registers that the probe writes, and that are put back.</summary>
    public IReadOnlyList<string> Restores { get; init; } = [];
}
