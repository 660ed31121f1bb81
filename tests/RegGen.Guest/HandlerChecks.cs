using System.Runtime.InteropServices;

namespace RegGen.Guest;

/// <summary>Another library's SIGSEGV handler: <c>handlers before|after|deaf</c>. A deaf one calls nobody before it.</summary>
static unsafe partial class HandlerChecks
{
    const byte Mark = 0x29;

    public static void Run(Checks checks, string[] arguments)
    {
        string when = arguments[0];
        if (when == "before")
        {
            other_install(1);
        }

        using PortBus bus = PortBus.Open(Uart.Claim);
        bus.Out8(Uart.Scratch, Mark);
        if (when != "before")
        {
            other_install(when == "deaf" ? 0 : 1);
        }

        checks.That($"another handler ({when}): threads are healed", Threads.OnNew(Read) == Mark && Threads.OnPool(Read) == Mark && Threads.OnFinalizer(Read) == Mark);
        checks.That($"another handler ({when}): no fault was needed for that", other_count() == 0);
        if (when == "deaf")
        {
            return;
        }

        checks.That($"another handler ({when}): a lost grant is taken again", Threads.OnNew(() => (Read(), Libc.TakePorts(), Read())) == (Mark, 0, Mark));
        checks.That($"another handler ({when}): a refusal is negative", Native.Read(Uart.Scratch + 1) < 0);
        checks.That($"another handler ({when}): it sees {(when == "before" ? "nothing of ours" : "what is ours first, and hands it on")}",
            when == "before" ? other_count() == 0 : other_count() >= 2);
        checks.That($"another handler ({when}): a null reference is still caught", Checks.CatchesNull() && other_count() > 0);

        byte Read() => bus.In8(Uart.Scratch);
    }

    [LibraryImport("/payload/c/libother.so")]
    private static partial void other_install(int chains);

    [LibraryImport("/payload/c/libother.so")]
    private static partial int other_count();
}
