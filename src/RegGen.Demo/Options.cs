namespace RegGen.Demo;

/// <summary>Where the ports are.</summary>
enum Via
{
    Simulated,
    Qemu,
    Direct,
}

/// <summary>What the caller asked for.</summary>
/// <param name="Via">Where the ports are.</param>
/// <param name="Base">First port of the serial port.</param>
/// <param name="Quiet">Whether to leave out the line for each access.</param>
sealed record Options(Via Via, ushort Base, bool Quiet);
