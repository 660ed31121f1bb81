using RegGen.Backends;

namespace RegGen;

/// <summary>One access to a port, as an observer sees it.</summary>
/// <param name="IsWrite">Whether the access wrote.</param>
/// <param name="Port">The port.</param>
/// <param name="Width">The width.</param>
/// <param name="Value">What was written or read.</param>
public readonly record struct PortAccess(bool IsWrite, ushort Port, PortWidth Width, uint Value);
