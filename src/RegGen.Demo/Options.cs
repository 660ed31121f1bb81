namespace RegGen.Demo;

/// <summary>Where the ports are.</summary>
enum Via
{
    Simulated,
    Qemu,

    /// <summary>This machine's own, by the first way that works.</summary>
    Machine,
    Direct,
    Driver,
    DeviceFile,
}

/// <summary>What the caller asked for.</summary>
/// <param name="Via">Where the ports are.</param>
/// <param name="Base">First port of the serial port.</param>
/// <param name="Quiet">Whether to leave out the line for each access.</param>
/// <param name="Shared">Owners of the ports that may keep them meanwhile.</param>
/// <param name="Record">The file to record the session in, or null.</param>
/// <param name="Replay">The recording to replay instead of going to ports, or null.</param>
sealed record Options(Via Via, ushort Base, bool Quiet, string[] Shared, string? Record, string? Replay);
