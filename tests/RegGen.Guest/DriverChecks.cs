using System.Diagnostics;
using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>
/// Ports through the kernel module: <c>driver</c> as root, who sets the policy; <c>driver user</c> as somebody whom it names; <c>driver stranger</c> as somebody
/// whom it does not.
/// </summary>
static class DriverChecks
{
    const int Threads = 8, Writes = 2_000;
    const uint Root = 0, Guest = 1000;

    static readonly PortClaim s_console = PortClaim.At("Console", 0x3F8, (0, 7));

    public static void Run(Checks checks, string[] arguments)
    {
        switch (arguments)
        {
            case ["user"]:
                Accesses(checks);
                Machine(checks);
                break;
            case ["stranger"]:
                checks.Refused("somebody whom no entry names", PortRefusal.NoPermission, "no entry of the driver's policy names this user", () => Open(Uart.Claim).Dispose());
                break;
            default:
                Policy(checks);
                Accesses(checks);
                Claims(checks);
                Times(checks);
                break;
        }
    }

    static PortBus Open(params ReadOnlySpan<PortClaim> claims) => PortBus.Open(PortBackend.ByName("driver"), claims);

    static void Policy(Checks checks)
    {
        checks.Refused("without a policy root is refused too", PortRefusal.NoPermission, "no entry of the driver's policy lets this user read and write 0x2F8-0x2FF", () => Open(Uart.Claim).Dispose());
        using DriverHandle administrator = DriverHandle.Over(DriverChannel.Open());
        checks.That("a policy with a port for nobody is refused, and which entry", administrator.SetPolicy([Entry(0x300, 0x300, Root), Entry(0xCF8, 0xCFF, Root)]) is { Status: DriverStatus.Denied, Index: 1 });
        checks.That("a policy is set", administrator.SetPolicy(
        [
            Entry(0x2F8, 0x2FF, Root), Entry(0x2F8, 0x2FF, Guest), Entry(0xE0, 0xEB, Root), Entry(0xE0, 0xEB, Guest), Entry(0x70, 0x71, Root), Entry(0x3F8, 0x3FF, Root),
        ]).Status == DriverStatus.Ok);
        checks.Refused("a port without its flag", PortRefusal.NoPermission, "0x70-0x77 needs 'system': the clock", () => Open(Clock.Claim).Dispose());
        checks.That("a policy takes the place of the other", administrator.SetPolicy(
        [
            Entry(0x2F8, 0x2FF, Root), Entry(0x2F8, 0x2FF, Guest), Entry(0xE0, 0xEB, Root), Entry(0xE0, 0xEB, Guest),
            Entry(0x70, 0x71, Root, DriverAbi.PolicySystem), Entry(0x70, 0x71, Guest, DriverAbi.PolicySystem), Entry(0x3F8, 0x3FF, Root),
        ]).Status == DriverStatus.Ok);
    }

    static DriverEntry Entry(ushort first, ushort last, uint group, byte flags = 0)
    {
        DriverEntry entry = new() { First = first, Last = last, Access = 3, Flags = flags, WhoKind = DriverAbi.WhoGid, WhoSize = 4 };
        BitConverter.TryWriteBytes(entry.Who, group);
        return entry;
    }

    static void Accesses(Checks checks)
    {
        using PortBus bus = Open(Uart.Claim, TestDevice.Claim, Clock.Claim);
        checks.That("every byte goes to the scratch register and back", Enumerable.Range(0, 256).All(value =>
        {
            bus.Out8(Uart.Scratch, (byte)value);
            return bus.In8(Uart.Scratch) == value;
        }));
        bus.Out32(TestDevice.Cell, 0x12345678);
        checks.That("32 bits at once", bus.In32(TestDevice.Cell) == 0x12345678);
        bus.Out16(TestDevice.Cell, 0xCAFE);
        checks.That("16 bits at once", bus.In16(TestDevice.Cell) == 0xCAFE);
        checks.Refused("a port outside the claim", PortRefusal.NotGranted, "outside", () => bus.In8(Uart.Port - 1));

        bus.Out8(Uart.Scratch, 0x69);
        byte[] block = new byte[1_000];
        long before = bus.Transitions;
        bus.InBlock<byte>(Uart.Scratch, block);
        checks.That("a block of 1,000 bytes in two transitions", Array.TrueForAll(block, value => value == 0x69) && bus.Transitions - before == 2);
        Program(checks, bus);

        bool torn = false;
        Parallel.For(0, Threads, thread =>
        {
            for (int i = 0; i < Writes; i++)
            {
                PortOperation[] pair = [PortOperation.Out(Uart.Scratch, PortWidth.Bits8, (ulong)(thread + i) & 0xFF), PortOperation.In(Uart.Scratch, PortWidth.Bits8)];
                bus.Run(pair);
                Volatile.Write(ref torn, Volatile.Read(ref torn) || pair[0].Result != pair[1].Result);
            }
        });
        checks.That($"{Threads} threads: what a program wrote it reads back, {Writes} times each", !torn);
    }

    // The register of the clock that says whether an update is near, read in one transition with the wait for it.
    static void Program(Checks checks, PortBus bus)
    {
        long before = bus.Transitions;
        PortOperation[] program =
        [
            PortOperation.Out(Clock.Index, PortWidth.Bits8, 0x0A),
            PortOperation.In(Clock.Data, PortWidth.Bits8),
            PortOperation.Branch(1, from: 1, keep: 0x80, value: 0x80, time: TimeSpan.FromMilliseconds(5)),
            PortOperation.Out(Clock.Index, PortWidth.Bits8, 0x0D),
            PortOperation.In(Clock.Data, PortWidth.Bits8),
        ];
        bus.Run(program);

        // MC146818 data sheet, register D: bit 7 says that the RAM is valid, the others read 0.
        checks.That("five operations, index and data and a poll, in one transition", program[4].Result == 0x80 && bus.Transitions - before == 1);
    }

    static void Claims(Checks checks)
    {
        checks.Refused("ports of a kernel driver, with its name", PortRefusal.Owned, "the kernel's 'serial' owns 0x3F8-0x3FF", () => Open(s_console).Dispose());
        checks.Refused("the module shares none with it", PortRefusal.Owned, "the kernel's 'serial' has ports of 0x3F8-0x3FF, and this driver shares none", () =>
            Open(s_console.Sharing("serial")).Dispose());
        using (PortBus one = Open(Uart.Claim))
        {
            checks.That("what is claimed stands in /proc/ioports", KernelPorts.Owners()!.Any(owner => owner is { Name: "reggen", Ports.First: Uart.Port, Ports.Last: Uart.Scratch }));
            checks.Refused("ports of another program, here of another handle", PortRefusal.Owned, "another program has", () => Open(PortClaim.At("Other", Uart.Port, (0, 0))).Dispose());
            using PortBus direct = PortBus.Open(PortBackend.ByName("direct"), Uart.Claim.Sharing("Uart", "reggen"));
            one.Out8(Uart.Scratch, 0x3C);
            checks.That("what the module wrote ioperm reads", direct.In8(Uart.Scratch) == 0x3C);
        }

        checks.That("and no more when the bus is disposed", !KernelPorts.Owners()!.Any(owner => owner.Name == "reggen"));
        using PortBus shared = Open(Uart.Claim.Sharing("reggen")), other = Open(PortClaim.At("Other", Uart.Port, (0, 7)).Sharing("reggen", "Uart"));
        shared.Out8(Uart.Scratch, 0xC3);
        checks.That("two that share have them both", other.In8(Uart.Scratch) == 0xC3);
    }

    static void Times(Checks checks)
    {
        using PortBus bus = Open(Uart.Claim);
        bus.Out8(Uart.Scratch, 0);
        PortOperation[] poll =
        [
            PortOperation.In(Uart.Scratch, PortWidth.Bits8),
            PortOperation.Branch(0, from: 0, keep: 0xFF, value: 1, unless: true, time: TimeSpan.FromMilliseconds(200)),
        ];
        long start = Stopwatch.GetTimestamp();
        bus.Run(poll);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        checks.That($"a poll of 200 ms is late after as long ({took.TotalMilliseconds:F0} ms), in slices ({bus.Transitions - 1})",
            poll[1].Result == 1 && took >= TimeSpan.FromMilliseconds(200) && took < TimeSpan.FromSeconds(5) && bus.Transitions - 1 is >= 4 and <= 8);
    }

    // Without any right of its own, by the first way that works.
    static void Machine(Checks checks)
    {
        using PortBus bus = PortBus.Open(Uart.Claim);
        bus.Out8(Uart.Scratch, 0x96);

        // As after a reset, which rows before may have left: the demo that follows tells the state that it finds.
        bus.Out8(Uart.LineControl, 0);
        bus.Out8(Uart.ModemControl, 0);
        checks.That("of all ways the driver is the first that works", bus.BackendName == "driver" && bus.In8(Uart.Scratch) == 0x96);
        checks.That("and the bus says why it is not another", bus.Attempts.Any(attempt => attempt is { Backend: "direct", IsTaken: false } && attempt.Why.Contains("CAP_SYS_RAWIO", StringComparison.Ordinal)));
    }
}
