namespace RegGen.Simulation;

/// <summary>What the ready behaviours share: they know registers by the datasheet's names.</summary>
static class Behaviour
{
    /// <summary>Checks that a device has the registers that a behaviour is made of.</summary>
    /// <exception cref="ArgumentException">It lacks one.</exception>
    public static void Require(SimulatedDevice device, string what, string prefix, params ReadOnlySpan<string> registers)
    {
        ArgumentNullException.ThrowIfNull(device);
        HashSet<string> known = [.. device.Map.StandingRegisters.Select(register => register.Name)];
        foreach (string register in registers)
        {
            if (!known.Contains(prefix + register))
            {
                throw new ArgumentException($"{device.Map.Name} has no register {prefix}{register}, which {what} needs. It is for descriptions with the datasheet's names.", nameof(device));
            }
        }
    }
}
