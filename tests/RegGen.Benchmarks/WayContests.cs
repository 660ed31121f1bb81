using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Benchmarks.Measuring;
using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Benchmarks;

/// <summary>The ways to real ports against each other: what healing a thread costs, what a system call costs, what a block saves. Only for the guest rig.</summary>
static class WayContests
{
    const ushort Cell = 0xE0;
    const int Block = 512;

    static readonly PortClaim s_cell = PortClaim.At("Cell", Cell, (0, 3));

    // QEMU's RTL8139; its first registers hold the station's address, which is only read here.
    static readonly PciFilter s_card = new() { Vendor = 0x10EC, Devices = [0x8139] };

    /// <summary>Measures and prints. The cell is QEMU's pc-testdev, which takes every width.</summary>
    public static void Run(int rounds)
    {
        string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT";
        using DirectBackend backend = new();
        using PortBus direct = PortBus.Open(backend, s_cell);
        using PortBus file = PortBus.Open(PortBackend.ByName("device-file"), s_cell.Sharing("Cell"));
        StubLibrary library = StubLibrary.Load(s_cell);

        Func<long, long>[] reads = [count => Reads(direct, Cell, count)];
        Print("a read through /dev/port (pread) / through the stub", [count => Reads(file, Cell, count)], reads, 1_000);
        PortClaim card = PortClaim.At("Card", new SysfsPciScan().Find(s_card, 0).Single().BasePort, (0, 5));
        using PortBus cardDirect = PortBus.Open(PortBackend.ByName("direct"), card);
        using PortBus cardFile = PortBus.Open(PortBackend.ByName("pci"), card.Sharing("Card"));
        Print("a read through PCI's resource file / through the stub", [count => Reads(cardFile, card.Base, count)], [count => Reads(cardDirect, card.Base, count)], 1_000);
        Print("bringing a thread to the process's ports / a read", [count => Renewals(library, count)], reads, 1_000);
        Print("rep insw of 512 / 512 single reads", [count => Blocks(direct, count)], [count => Singles(direct, count)], 10);

        void Print(string what, Func<long, long>[] subject, Func<long, long>[] reference, long repetitions) =>
            Table.Print(how, $"real port: {what}", new Contest(subject, reference, repetitions).Run(rounds), null);
    }

    static long Reads(PortBus bus, ushort port, long count)
    {
        long sum = 0;
        for (long i = 0; i < count; i++)
        {
            sum += bus.In8(port);
        }

        return sum;
    }

    static long Renewals(StubLibrary library, long count)
    {
        long errors = 0;
        for (long i = 0; i < count; i++)
        {
            errors += library.Renew();
        }

        return errors;
    }

    static long Blocks(PortBus bus, long count)
    {
        Span<ushort> values = stackalloc ushort[Block];
        for (long i = 0; i < count; i++)
        {
            bus.InBlock(Cell, values);
        }

        return values[^1];
    }

    static long Singles(PortBus bus, long count)
    {
        Span<ushort> values = stackalloc ushort[Block];
        for (long i = 0; i < count; i++)
        {
            foreach (ref ushort value in values)
            {
                value = bus.In16(Cell);
            }
        }

        return values[^1];
    }
}
