using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Benchmarks.Measuring;
using RegGen.Claims;

namespace RegGen.Benchmarks;

/// <summary>What a transition to the kernel's driver costs, and what a program saves. Only for the guest rig, with the driver loaded and as root.</summary>
static class DriverContests
{
    const ushort Cell = 0xE0;
    const int Length = 32;
    const double MostOfSingles = 0.2;

    // The cell is QEMU's pc-testdev; each way has ports of its own, since the driver shares none with others.
    static readonly PortClaim s_driver = PortClaim.At("Driver", Cell, (0, 3)), s_other = PortClaim.At("Other", Cell + 8, (0, 3));

    /// <summary>Measures and prints.</summary>
    public static void Run(int rounds)
    {
        string how = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT";
        AllowRoot();
        using PortBus driver = PortBus.Open(PortBackend.ByName("driver"), s_driver);
        using PortBus direct = PortBus.Open(PortBackend.ByName("direct"), s_other);
        using PortBus file = PortBus.Open(PortBackend.ByName("device-file"), s_other.Sharing("Other"));

        Func<long, long>[] program = [count => Programs(driver, count)];
        Print("32 reads as one program / one by one", program, [count => Reads(driver, Cell, count)], MostOfSingles);
        Print("32 reads as one program / 32 through the stub", program, [count => Reads(direct, Cell + 8, count)], null);
        Print("32 reads as one program / 32 through /dev/port", program, [count => Reads(file, Cell + 8, count)], null);
        Print("32 reads one by one / 32 through the stub", [count => Reads(driver, Cell, count)], [count => Reads(direct, Cell + 8, count)], null);
        Print("32 reads as a block / as a program", [count => Blocks(driver, count)], program, null);

        void Print(string what, Func<long, long>[] subject, Func<long, long>[] reference, double? most) =>
            Table.Print(how, $"driver: {what}", new Contest(subject, reference, 100).Run(rounds), most);
    }

    static void AllowRoot()
    {
        using DriverHandle administrator = DriverHandle.Over(DriverChannel.Open());
        administrator.SetPolicy([new() { First = Cell, Last = Cell + 3, Access = 3, WhoKind = DriverAbi.WhoGid, WhoSize = 4 }]);
    }

    static long Programs(PortBus bus, long count)
    {
        var program = new PortOperation[Length];
        Array.Fill(program, PortOperation.In(Cell, PortWidth.Bits8));
        long sum = 0;
        for (long i = 0; i < count; i++)
        {
            bus.Run(program);
            sum += (long)program[^1].Result;
        }

        return sum;
    }

    static long Reads(PortBus bus, ushort port, long count)
    {
        long sum = 0;
        for (long i = 0; i < count * Length; i++)
        {
            sum += bus.In8(port);
        }

        return sum;
    }

    static long Blocks(PortBus bus, long count)
    {
        Span<byte> values = stackalloc byte[Length];
        for (long i = 0; i < count; i++)
        {
            bus.InBlock(Cell, values);
        }

        return values[^1];
    }
}
