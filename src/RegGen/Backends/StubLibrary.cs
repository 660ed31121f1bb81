using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>The native library: found, checked, armed. The only file that calls into it by name; <c>native/reggen.h</c> is its other half.</summary>
internal sealed unsafe class StubLibrary
{
    /// <summary>The version of the C ABI that this file is written for.</summary>
    public const uint Abi = 2;

    const string FileName = "libreggen.so";

    static readonly Lock s_gate = new();
    static StubLibrary? s_loaded;

    // What asking in a child answers when it was punished with a signal.
    const int Killed = 0x10000;

    readonly delegate* unmanaged<ushort, uint, int, int> _grant;
    readonly delegate* unmanaged<ushort, uint, int> _try, _holds;
    readonly delegate* unmanaged<int> _renew;
    readonly delegate* unmanaged<ulong> _renewals;

    StubLibrary(nint handle)
    {
        _grant = (delegate* unmanaged<ushort, uint, int, int>)NativeLibrary.GetExport(handle, "reggen_grant");
        _try = (delegate* unmanaged<ushort, uint, int>)NativeLibrary.GetExport(handle, "reggen_try");
        _holds = (delegate* unmanaged<ushort, uint, int>)NativeLibrary.GetExport(handle, "reggen_holds");
        _renew = (delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "reggen_renew");
        _renewals = (delegate* unmanaged<ulong>)NativeLibrary.GetExport(handle, "reggen_renewals");
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

    /// <summary>How often a thread was brought to what the process holds.</summary>
    public ulong Renewals => _renewals();

    /// <summary>Grants or revokes ports for the process: at once for the calling thread, for any other before its next access.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int Grant(PortRange range, bool on) => -_grant(range.First, (uint)range.Count, on ? 1 : 0);

    /// <summary>What the system would say to a grant, asked in a child of its own: a seccomp filter may kill who asks.</summary>
    /// <returns>0, the system's error number, or <see cref="GrantRefusal.Killed"/>.</returns>
    public int Try(PortRange range)
    {
        int answer = -_try(range.First, (uint)range.Count);
        return answer >= Killed ? GrantRefusal.Killed : answer;
    }

    /// <summary>Whether the calling thread may touch all the ports just now. Touches none.</summary>
    public bool Holds(PortRange range) => _holds(range.First, (uint)range.Count) == 1;

    /// <summary>Brings the calling thread to what the process holds.</summary>
    /// <returns>0, or the system's error number.</returns>
    public int Renew() => -_renew();

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
