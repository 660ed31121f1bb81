using System.Runtime.CompilerServices;

namespace RegGen.Benchmarks;

/// <summary>The loops around the generated code. Each is a method of its own, so that its machine code can be found and counted.</summary>
static class Loops
{
    // As where a program opens a device and uses it: in a local variable that is set once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long GeneratedRead(Uart16550[] devices, long count)
    {
        Uart16550 uart = devices[0];
        long sum = 0;
        for (long i = 0; i < count; i++)
        {
            sum += uart.Lsr.Read().Raw;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long GeneratedModify(Uart16550 uart, long count)
    {
        for (long i = 0; i < count; i++)
        {
            uart.Lcr.Modify(dlab: false);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long HandWrittenModify(HandWrittenUart uart, long count)
    {
        for (long i = 0; i < count; i++)
        {
            uart.CloseDivisorLatch();
        }

        return count;
    }
}
