namespace RegGen.Backends;

/// <summary>The native <c>in</c> and <c>out</c> stubs. Each answers with a negative number when the access was refused.</summary>
/// <remarks>
/// Only single accesses suppress the GC transition: they are a few instructions long. A stall of the port then delays a
/// collection, no more. They look at the lower half of a port alone, so that callers need not narrow it.
/// </remarks>
internal sealed unsafe class NativeStubs
{
    public required delegate* unmanaged[SuppressGCTransition]<uint, long> In8 { get; init; }

    public required delegate* unmanaged[SuppressGCTransition]<uint, long> In16 { get; init; }

    public required delegate* unmanaged[SuppressGCTransition]<uint, long> In32 { get; init; }

    public required delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out8 { get; init; }

    public required delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out16 { get; init; }

    public required delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out32 { get; init; }

    // Block transfers: port, buffer, count in units of the width. They may take long, so they let the collector run.

    public delegate* unmanaged<ushort, void*, nuint, int> Ins8 { get; init; }

    public delegate* unmanaged<ushort, void*, nuint, int> Ins16 { get; init; }

    public delegate* unmanaged<ushort, void*, nuint, int> Ins32 { get; init; }

    public delegate* unmanaged<ushort, void*, nuint, int> Outs8 { get; init; }

    public delegate* unmanaged<ushort, void*, nuint, int> Outs16 { get; init; }

    public delegate* unmanaged<ushort, void*, nuint, int> Outs32 { get; init; }
}
