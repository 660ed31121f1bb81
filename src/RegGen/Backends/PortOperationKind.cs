namespace RegGen.Backends;

/// <summary>What one operation of a program does.</summary>
public enum PortOperationKind : byte
{
    /// <summary>Reads a port.</summary>
    In,

    /// <summary>Writes a port.</summary>
    Out,

    /// <summary>Puts a word together from earlier ones; touches no port.</summary>
    Combine,

    /// <summary>Goes on at another operation if earlier bits have a value; touches no port.</summary>
    Branch,

    /// <summary>Waits; touches no port.</summary>
    Delay,
}
