using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Benchmarks.Measuring;

namespace RegGen.Benchmarks;

/// <summary>A generated read of a real port, after a real grant. Only for the guest rig: elsewhere the second serial port is in use.</summary>
static class GuestContests
{
    const ushort Base = Uart16550.Bases.Com2;
    const ushort Lsr = Base + 5;
    const long Repetitions = 5_000;

    /// <summary>Measures, prints, and answers whether nothing was allocated.</summary>
    public static bool Run(int rounds)
    {
        string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT";
        using DirectBackend backend = new();
        using PortBus bus = PortBus.Open(backend, Uart16550.Claim(Base));
        NativeStubs stubs = backend.Stubs!;
        Func<long, long>[] reads = Loops.GeneratedReads(new(bus, Base));

        Outcome inline = new Contest(reads, References.Inline(Lsr), Repetitions).Run(rounds);
        Table.Print(how, "real port: generated read / inline inb in C", inline, null);
        Outcome bare = new Contest(reads, References.Bare(stubs, Lsr), Repetitions).Run(rounds);
        Table.Print(how, "real port: generated read / barest C loop over the stub", bare, null);
        Outcome free = new Contest(reads, References.SameFreedom(stubs, Base), Repetitions).Run(rounds);
        Table.Print(how, "real port: generated read / C of the same freedom", free, PortlessContests.ReadTarget);
        WayContests.Run(Math.Max(10, rounds / 10));
        DriverContests.Run(Math.Max(10, rounds / 10));
        return Table.Print(how, "real port: bytes allocated by all of these", inline.Allocated + bare.Allocated + free.Allocated, 0);
    }
}
