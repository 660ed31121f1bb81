namespace RegGen.Simulation;

/// <summary>What becomes of accesses that a device does not take, or that do what nobody wants: see <see cref="MisuseKind"/>.</summary>
public enum Strictness
{
    /// <summary>What happens on a bus: all ones are read, writes are ignored, early accesses are answered.</summary>
    Lenient,

    /// <summary>The same, and they are listed: <see cref="Backends.SimulatedBackend.Misuses"/>.</summary>
    Recording,

    /// <summary>They are listed, and throw a <see cref="MisuseException"/> before they have an effect.</summary>
    Throwing,
}
