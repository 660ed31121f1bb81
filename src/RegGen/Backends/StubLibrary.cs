using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>The native library: found, checked, armed. The only file that calls into it by name; <c>native/reggen.h</c> is its other half.</summary>
internal sealed unsafe class StubLibrary
{
    /// <summary>The version of the C ABI that this file is written for.</summary>
    public const uint Abi = 1;

    const string FileName = "libreggen.so";

    static readonly Lock s_gate = new();
    static StubLibrary? s_loaded;

    readonly delegate* unmanaged<ushort, uint, int, int> _grant;

    StubLibrary(nint handle)
    {
        _grant = (delegate* unmanaged<ushort, uint, int, int>)NativeLibrary.GetExport(handle, "reggen_grant");
        Stubs = new()
        {
            In8 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)NativeLibrary.GetExport(handle, "reggen_in8"),
            In16 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)NativeLibrary.GetExport(handle, "reggen_in16"),
            In32 = (delegate* unmanaged[SuppressGCTransition]<uint, long>)NativeLibrary.GetExport(handle, "reggen_in32"),
            Out8 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)NativeLibrary.GetExport(handle, "reggen_out8"),
            Out16 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)NativeLibrary.GetExport(handle, "reggen_out16"),
            Out32 = (delegate* unmanaged[SuppressGCTransition]<uint, uint, int>)NativeLibrary.GetExport(handle, "reggen_out32"),
            Ins8 = Block(handle, "reggen_ins8"),
            Ins16 = Block(handle, "reggen_ins16"),
            Ins32 = Block(handle, "reggen_ins32"),
            Outs8 = Block(handle, "reggen_outs8"),
            Outs16 = Block(handle, "reggen_outs16"),
            Outs32 = Block(handle, "reggen_outs32"),
        };
    }

    /// <summary>The stubs: negative results instead of signals.</summary>
    public NativeStubs Stubs { get; }

    /// <summary>Loads the library and installs its fault handler, once in the life of the process.</summary>
    /// <exception cref="PortAccessException">There is no library, or it is not ours.</exception>
    public static StubLibrary Load(PortClaim claim)
    {
        lock (s_gate)
        {
            return s_loaded ??= LoadAndArm(claim);
        }
    }

    /// <summary>Grants or revokes ports for the calling thread.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int Grant(PortRange range, bool on) => -_grant(range.First, (uint)range.Count, on ? 1 : 0);

    static StubLibrary LoadAndArm(PortClaim claim)
    {
        if (!NativeLibrary.TryLoad(FileName, typeof(StubLibrary).Assembly, DllImportSearchPath.AssemblyDirectory, out nint handle))
        {
            throw new PortAccessException(PortRefusal.NoNativeLibrary, claim, $"{FileName} was not found beside the program.",
                "Publish for linux-x64 with the RegGen package; in a build of RegGen itself, install a C compiler and build again.");
        }

        if (!NativeLibrary.TryGetExport(handle, "reggen_abi", out nint abi) || ((delegate* unmanaged<uint>)abi)() != Abi)
        {
            throw new PortAccessException(PortRefusal.NoNativeLibrary, claim, $"the {FileName} beside the program is not of this version of RegGen.",
                "Remove it and publish again, so that the package's own is copied.");
        }

        StubLibrary library = new(handle);
        int error = -((delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "reggen_arm"))();
        return error == 0 ? library : throw new PortAccessException(PortRefusal.Unsupported, claim,
            $"the fault handler could not be installed (error {error}).", "Run outside a sandbox that denies sigaction.");
    }

    static delegate* unmanaged<ushort, void*, nuint, int> Block(nint handle, string name) =>
        (delegate* unmanaged<ushort, void*, nuint, int>)NativeLibrary.GetExport(handle, name);
}
