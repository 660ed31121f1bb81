namespace RegGen.Compiler.Model;

/// <summary>How a device is told from whatever else may stand at its ports.</summary>
/// <param name="Text">The condition as it was written.</param>
/// <param name="When">What must hold.</param>
/// <param name="Probe">What is done before it is looked at, or null.</param>
/// <param name="Restores">Registers that the probe writes, and that are put back.</param>
sealed record IdentityModel(string Text, ConditionModel When, StepsModel? Probe, EquatableArray<string> Restores)
{
    /// <summary>Each term as it was written.</summary>
    public IEnumerable<string> Texts => Text.Split(["&&"], StringSplitOptions.None).Select(text => text.Trim());

    /// <summary>What it is written under.</summary>
    public const string Path = "identify";
}
