using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Benchmarks.Measuring;

namespace RegGen.Benchmarks;

/// <summary>What the generated code costs around a stub that touches no port.</summary>
static class PortlessContests
{
    public const double ReadTarget = 1.15;
    const double ModifyTarget = 1.05;
    const int Lsr = 5;

    /// <summary>Measures and prints generated reads alone.</summary>
    /// <returns>Always true: a ratio is no reason to fail.</returns>
    public static bool RunReads(int rounds)
    {
        using PortlessBackend backend = new();
        using PortBus bus = PortBus.Open(backend, Uart16550.Claim(Uart16550.Bases.Com1));
        Uart16550 uart = new(bus, Uart16550.Bases.Com1);
        Table.Print("", "generated read / C of the same freedom", FreeReads(uart, backend.Stubs, rounds), ReadTarget);
        return true;
    }

    /// <summary>Measures, prints, and answers whether nothing was allocated.</summary>
    public static bool Run(int rounds)
    {
        string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT";
        using PortlessBackend backend = new();
        using PortBus bus = PortBus.Open(backend, Uart16550.Claim(Uart16550.Bases.Com1));
        Uart16550 uart = new(bus, Uart16550.Bases.Com1);
        HandWrittenUart byHand = new(bus, Uart16550.Bases.Com1);
        NativeStubs stubs = backend.Stubs;
        Outcome free = FreeReads(uart, stubs, rounds);
        Table.Print(how, "generated read / C of the same freedom", free, ReadTarget);
        Outcome bare = new Contest(Loops.GeneratedReads(uart), References.Bare(stubs, (ushort)(uart.BasePort + Lsr)), 100_000).Run(rounds);
        Table.Print(how, "generated read / barest C loop", bare, null);
        Outcome modify = new Contest(Loops.GeneratedModifies(uart), Loops.HandWrittenModifies(byHand), 10_000).Run(rounds);
        Table.Print(how, "generated Modify / hand-written C# with the same gate", modify, ModifyTarget);
        SimulatedContests.Run(rounds);
        return Table.Print(how, "bytes allocated by all of these", free.Allocated + bare.Allocated + modify.Allocated, 0);
    }

    static Outcome FreeReads(Uart16550 uart, NativeStubs stubs, int rounds) =>
        new Contest(Loops.GeneratedReads(uart), References.SameFreedom(stubs, uart.BasePort), 100_000).Run(rounds);
}
