using RegGen.Backends;

namespace RegGen.Guest;

/// <summary>A system that refuses the grant: <c>refused WAY REASON CAUSE</c>. The reason and the cause have to be the right ones.</summary>
static class RefusedGrant
{
    public static void Run(Checks checks, string[] arguments)
    {
        (string way, PortRefusal reason, string cause) = (arguments[0], Enum.Parse<PortRefusal>(arguments[1]), arguments[2]);
        checks.Refused($"{way} is refused", reason, cause, () => PortBus.Open(PortBackend.ByName(way), Uart.Claim).Dispose());
        if (arguments is [_, _, _, var other])
        {
            using PortBus bus = PortBus.Open(Uart.Claim);
            bus.Out8(Uart.Scratch, 0x4D);
            checks.That($"{other} is taken instead", bus.BackendName == other && bus.In8(Uart.Scratch) == 0x4D);
            checks.That("and the bus says why", bus.Attempts.Any(attempt => attempt is { IsTaken: false } && attempt.Backend == way && attempt.Why.Contains(cause, StringComparison.Ordinal)));
        }
        else
        {
            checks.Refused("and so are all ways", reason, cause, () => PortBus.Open(Uart.Claim).Dispose());
        }
    }
}
