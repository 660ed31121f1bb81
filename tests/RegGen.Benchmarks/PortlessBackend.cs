using System.Runtime.InteropServices;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Benchmarks;

/// <summary>The product's stubs without the port instruction in them. Nothing may come to it the long way: that would be another measurement.</summary>
sealed unsafe class PortlessBackend : PortBackend
{
    const string FileName = "libportless.so";

    readonly nint _library = NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, FileName), out nint library)
        ? library
        : throw new FileNotFoundException($"{FileName} was not built: that takes Linux x64 and a C compiler.");

    public PortlessBackend() => Stubs = new()
    {
        In8 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("reggen_in8"),
        In16 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("reggen_in16"),
        In32 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)Export("reggen_in32"),
        Out8 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("reggen_out8"),
        Out16 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("reggen_out16"),
        Out32 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)Export("reggen_out32"),
    };

    public override string Name => "portless";

    internal override NativeStubs Stubs { get; }

    public override void Grant(PortClaim claim)
    {
    }

    public override uint Read(ushort port, PortWidth width) => throw new InvalidOperationException("A read took the detour.");

    public override void Write(ushort port, PortWidth width, uint value) => throw new InvalidOperationException("A write took the detour.");

    nint Export(string name) => NativeLibrary.GetExport(_library, name);
}
