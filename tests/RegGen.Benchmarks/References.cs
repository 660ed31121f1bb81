using System.Runtime.InteropServices;
using RegGen.Backends;

namespace RegGen.Benchmarks;

/// <summary>The C side: the loops that the generated code is measured against, and the stubs without their port instruction.</summary>
static unsafe class References
{
    const string FileName = "libreference.so";
    const int Places = 4;

    static readonly nint s_library = Load();
    static readonly delegate* unmanaged<nint, ushort, nint> s_open = (delegate* unmanaged<nint, ushort, nint>)Export("reference_open");
    static readonly delegate* unmanaged<ushort, long, long> s_inline = (delegate* unmanaged<ushort, long, long>)Export("reference_inline");
    static readonly delegate* unmanaged<long> s_clock = (delegate* unmanaged<long>)Export("reference_clock");

    /// <summary>The compiler's listing of the loops.</summary>
    public static string Listing => Path.Combine(AppContext.BaseDirectory, "reference.s");

    /// <summary>Nanoseconds that this thread has run: what others do on the machine meanwhile does not count.</summary>
    public static long Clock => s_clock();

    public static NativeStubs PortlessStubs { get; } = new()
    {
        In8 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("portless_in8"),
        In16 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("portless_in16"),
        In32 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("portless_in32"),
        Out8 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("portless_out8"),
        Out16 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("portless_out16"),
        Out32 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("portless_out32"),
    };

    /// <summary>C of the same freedom as a generated class: a device with an operations table and a base, every result checked.</summary>
    public static Func<long, long>[] SameFreedom(NativeStubs stubs, ushort basePort)
    {
        nint device = s_open((nint)stubs.In8, basePort);
        return InAllPlaces("reference_device", loop => count => ((delegate* unmanaged<nint, long, long>)loop)(device, count));
    }

    /// <summary>The barest loop over the stub: one port, no check.</summary>
    public static Func<long, long>[] Bare(NativeStubs stubs, ushort port)
    {
        nint stub = (nint)stubs.In8;
        return InAllPlaces("reference_bare", loop => count => ((delegate* unmanaged<nint, ushort, long, long>)loop)(stub, port, count));
    }

    /// <summary>The port instruction in the loop itself. Without a grant it ends the process.</summary>
    public static Func<long, long>[] Inline(ushort port) => [count => s_inline(port, count)];

    static Func<long, long>[] InAllPlaces(string name, Func<nint, Func<long, long>> call) => [.. Enumerable.Range(0, Places).Select(place => call(Export($"{name}{place}")))];

    static nint Export(string name) => NativeLibrary.GetExport(s_library, name);

    static nint Load() => NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, FileName), out nint library)
        ? library
        : throw new FileNotFoundException($"{FileName} was not built: that takes Linux x64 and a C compiler.");
}
