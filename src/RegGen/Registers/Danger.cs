namespace RegGen;

/// <summary>
/// The word of a caller who knows what a register can do. Registers through which a device can be made to touch memory, cut the power or
/// reset the machine ask for it in every write.
/// </summary>
/// <remarks>
/// <example>
/// <code>
/// pm.PmControl.Modify(Danger.Accepted, sleepEnable: true);     // the machine is off
/// </code>
/// </example>
/// </remarks>
public readonly struct Danger
{
    /// <summary>I know what this register does.</summary>
    public static Danger Accepted => default;
}
