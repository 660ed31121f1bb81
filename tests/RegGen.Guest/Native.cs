using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>The stubs without a bus, for rows that look at what lies beneath one.</summary>
static unsafe class Native
{
    static StubLibrary Library { get; } = StubLibrary.Load(Uart.Claim);

    /// <summary>Whether the calling thread may touch the port, without touching it.</summary>
    public static bool Holds(ushort port) => Library.Holds(new PortRange(port, port));

    /// <summary>The stub's answer: negative when the processor refused.</summary>
    public static long Read(ushort port) => Library.Stubs.In8(port);
}
