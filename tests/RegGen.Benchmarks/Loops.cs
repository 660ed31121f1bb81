using System.Runtime.CompilerServices;

namespace RegGen.Benchmarks;

/// <summary>The loops around the generated code. Each is a method of its own, so that its machine code can be found and counted.</summary>
/// <remarks>A type argument makes one more copy of a loop, in another place: where it happens to lie moves it by a third and more.</remarks>
static class Loops
{
    /// <summary>A generated read, in four places.</summary>
    public static Func<long, long>[] GeneratedReads(Uart16550 uart)
    {
        Uart16550[] devices = [uart];
        return
        [
            count => GeneratedRead<byte>(devices, count), count => GeneratedRead<short>(devices, count),
            count => GeneratedRead<int>(devices, count), count => GeneratedRead<long>(devices, count),
        ];
    }

    /// <summary>A generated modify, in four places.</summary>
    public static Func<long, long>[] GeneratedModifies(Uart16550 uart) =>
    [
        count => GeneratedModify<byte>(uart, count), count => GeneratedModify<short>(uart, count),
        count => GeneratedModify<int>(uart, count), count => GeneratedModify<long>(uart, count),
    ];

    /// <summary>The same by hand, in four places.</summary>
    public static Func<long, long>[] HandWrittenModifies(HandWrittenUart uart) =>
    [
        count => HandWrittenModify<byte>(uart, count), count => HandWrittenModify<short>(uart, count),
        count => HandWrittenModify<int>(uart, count), count => HandWrittenModify<long>(uart, count),
    ];

    // As where a program opens a device and uses it: in a local variable that is set once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long GeneratedRead<TPlace>(Uart16550[] devices, long count)
        where TPlace : unmanaged
    {
        Shift<TPlace>();
        Uart16550 uart = devices[0];
        long sum = 0;
        for (long i = 0; i < count; i++)
        {
            sum += uart.Lsr.Read().Raw;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long GeneratedModify<TPlace>(Uart16550 uart, long count)
        where TPlace : unmanaged
    {
        Shift<TPlace>();
        for (long i = 0; i < count; i++)
        {
            uart.Lcr.Modify(dlab: false);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long HandWrittenModify<TPlace>(HandWrittenUart uart, long count)
        where TPlace : unmanaged
    {
        Shift<TPlace>();
        for (long i = 0; i < count; i++)
        {
            uart.CloseDivisorLatch();
        }

        return count;
    }

    // Calls of five or six bytes each, before the loop begins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Shift<TPlace>()
        where TPlace : unmanaged
    {
        if (Unsafe.SizeOf<TPlace>() > 1)
        {
            DoNothing();
            DoNothing();
        }

        if (Unsafe.SizeOf<TPlace>() > 2)
        {
            DoNothing();
        }

        if (Unsafe.SizeOf<TPlace>() > 4)
        {
            DoNothing();
            DoNothing();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void DoNothing()
    {
    }
}
