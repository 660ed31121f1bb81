namespace RegGen.Simulation;

/// <summary>An access that real hardware would punish, in strict mode. It has had no effect.</summary>
public sealed class MisuseException : Exception
{
    internal MisuseException(Misuse misuse)
        : base(misuse.ToString()) => Misuse = misuse;

    /// <summary>The access and what is wrong with it.</summary>
    public Misuse Misuse { get; }
}
