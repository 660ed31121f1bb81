using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Benchmarks.Measuring;
using RegGen.Tracing;

namespace RegGen.Benchmarks;

/// <summary>What a simulated access costs beside one over a native stub, and what tracing costs once it has ended.</summary>
static class SimulatedContests
{
    const double SimulatedTarget = 5, UntracedTarget = 1.05;

    /// <summary>Measures and prints.</summary>
    public static void Run(int rounds)
    {
        string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT";
        using SimulatedBackend simulated = new();
        simulated.Add(Uart16550.Map, Uart16550.Bases.Com1);
        using PortBus devices = PortBus.Open(simulated, Uart16550.Claim(Uart16550.Bases.Com1));
        using PortBus stubs = PortBus.Open(new PortlessBackend(), Uart16550.Claim(Uart16550.Bases.Com1));
        using PortBus traced = PortBus.Open(new PortlessBackend(), Uart16550.Claim(Uart16550.Bases.Com1));
        traced.Trace(_ => { }, new TracedDevice("COM1", Uart16550.Map, Uart16550.Bases.Com1)).Dispose();
        Uart16550 device = new(devices, Uart16550.Bases.Com1), stub = new(stubs, Uart16550.Bases.Com1), untraced = new(traced, Uart16550.Bases.Com1);

        Print("simulated read / native-stub read", Loops.GeneratedReads(device), Loops.GeneratedReads(stub), SimulatedTarget);
        Print("simulated write / native-stub write", [count => Writes(device, count)], [count => Writes(stub, count)], SimulatedTarget);
        Print("simulated Modify / native-stub Modify", Loops.GeneratedModifies(device), Loops.GeneratedModifies(stub), null);
        Print("read after a trace has ended / never traced", Loops.GeneratedReads(untraced), Loops.GeneratedReads(stub), UntracedTarget);

        void Print(string what, Func<long, long>[] subject, Func<long, long>[] reference, double? target) =>
            Table.Print(how, what, new Contest(subject, reference, 10_000).Run(rounds), target);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long Writes(Uart16550 uart, long count)
    {
        for (long i = 0; i < count; i++)
        {
            uart.Scr.Write((byte)i);
        }

        return count;
    }
}
