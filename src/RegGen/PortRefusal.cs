namespace RegGen;

/// <summary>Why a claim or an access was refused.</summary>
public enum PortRefusal
{
    /// <summary>The port is outside what was granted to the bus.</summary>
    NotGranted,

    /// <summary>The operating system has no way to grant ports here.</summary>
    Unsupported,

    /// <summary>The native library is missing or does not fit.</summary>
    NoNativeLibrary,

    /// <summary>A program that the backend starts, or the driver that it talks to, is not installed.</summary>
    NotInstalled,

    /// <summary>The process lacks a right that the grant needs.</summary>
    NoPermission,

    /// <summary>Someone else has the ports: a kernel driver, or another claim in this process.</summary>
    Owned,

    /// <summary>The kernel had no memory for a thread's port rights.</summary>
    NoMemory,

    /// <summary>The thread has no grant, though the process has.</summary>
    ThreadNotGranted,

    /// <summary>The backend cannot do an access of this width.</summary>
    Width,

    /// <summary>The other side of the transport is gone or answered with an error.</summary>
    Transport,

    /// <summary>The device, or a part of it, is not there: nothing says at which ports it answers.</summary>
    NotFound,

    /// <summary>The bus is read-only, and the access would change something.</summary>
    ReadOnly,

    /// <summary>The environment asks for something of every bus that cannot be had: see <see cref="PortBus.Open(Backends.PortBackend, ReadOnlySpan{Claims.PortClaim})"/>.</summary>
    Environment,

    /// <summary>A lock cannot be shared with the other processes that use the same ports.</summary>
    NoLock,
}
