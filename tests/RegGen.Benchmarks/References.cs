using System.Runtime.InteropServices;
using RegGen.Backends;

namespace RegGen.Benchmarks;

/// <summary>The C loops that the generated code is measured against; <c>native/reference.c</c> is its other half.</summary>
static unsafe partial class References
{
    const string Library = "libreference";
    const int Places = 4;

    /// <summary>The compiler's listing of the loops.</summary>
    public static string Listing => Path.Combine(AppContext.BaseDirectory, "reference.s");

    /// <summary>Nanoseconds that this thread has run: what others do on the machine meanwhile does not count.</summary>
    public static long Clock => ReadClock();

    /// <summary>C of the same freedom as a generated class: a device with an operations table and a base, every result checked.</summary>
    public static Func<long, long>[] SameFreedom(NativeStubs stubs, ushort basePort)
    {
        nint device = Open((nint)stubs.In8, basePort);
        return InAllPlaces(place => count => ReadDevice(place, device, count));
    }

    /// <summary>The barest loop over the stub: one port, no check.</summary>
    public static Func<long, long>[] Bare(NativeStubs stubs, ushort port)
    {
        nint stub = (nint)stubs.In8;
        return InAllPlaces(place => count => ReadBare(place, stub, port, count));
    }

    /// <summary>The port instruction in the loop itself. Without a grant it ends the process.</summary>
    public static Func<long, long>[] Inline(ushort port) => [count => ReadInline(port, count)];

    static Func<long, long>[] InAllPlaces(Func<int, Func<long, long>> loop) => [.. Enumerable.Range(0, Places).Select(loop)];

    [LibraryImport(Library, EntryPoint = "reference_open")]
    private static partial nint Open(nint in8, ushort basePort);

    [LibraryImport(Library, EntryPoint = "reference_device")]
    private static partial long ReadDevice(int place, nint device, long count);

    [LibraryImport(Library, EntryPoint = "reference_bare")]
    private static partial long ReadBare(int place, nint in8, ushort port, long count);

    [LibraryImport(Library, EntryPoint = "reference_inline")]
    private static partial long ReadInline(ushort port, long count);

    [LibraryImport(Library, EntryPoint = "reference_clock")]
    private static partial long ReadClock();
}
