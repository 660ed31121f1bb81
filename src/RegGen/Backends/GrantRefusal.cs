using System.Globalization;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>What ioperm's error numbers mean for who runs the program.</summary>
internal static class GrantRefusal
{
    /// <summary>No number of the system's: whoever asks is killed.</summary>
    public const int Killed = -1;

    /// <summary>The kernel or a filter knows no such call.</summary>
    public const int NoSuchCall = 38;

    const int NotPermitted = 1;
    const int NoMemory = 12;

    const string Launcher = "start it with 'reggen run', which needs no right in the program";

    /// <summary>The exception for a claim that the system refused.</summary>
    public static PortAccessException Of(PortClaim claim, PortRange range, int error) => error switch
    {
        Killed => new(PortRefusal.Unsupported, claim, "a seccomp filter kills whoever calls ioperm.",
            "Change the sandbox's filter (a container's profile, SystemCallFilter= of a service), or use another backend."),
        NoSuchCall => new(PortRefusal.Unsupported, claim, "this kernel has no ioperm, or a seccomp filter hides it (ENOSYS).",
            "Run a kernel with CONFIG_X86_IOPL_IOPERM, which the distributions' kernels have, outside a sandbox that filters calls, or use the QEMU or the simulated backend."),
        NotPermitted when Capabilities.HasRawIo() => new(PortRefusal.NoPermission, claim,
            "the process has CAP_SYS_RAWIO and was refused (EPERM): the kernel is locked down, or a container or user namespace stands between.",
            "Look into /sys/kernel/security/lockdown; lockdown comes with Secure Boot. Grants taken before it stay. Otherwise run outside the container."),
        NotPermitted => new(PortRefusal.NoPermission, claim, "the process lacks CAP_SYS_RAWIO (EPERM).",
            $"As an administrator {Launcher}; or run it as root, or give it the capability (setcap cap_sys_rawio+ep). Under kernel lockdown none of them is enough."),
        NoMemory => new(PortRefusal.NoMemory, claim, "the kernel had no memory for the thread's port bitmap (ENOMEM).", "Try again when memory is free."),
        _ => new(PortRefusal.Unsupported, claim, string.Create(CultureInfo.InvariantCulture, $"ioperm of {range} failed with error {error}."),
            "Look the number up with: errno -l. Use the QEMU or the simulated backend meanwhile."),
    };

    /// <summary>The exception for an access that a thread was refused, though the process has the ports.</summary>
    /// <param name="access">The access.</param>
    /// <param name="error">What the system said when it was asked to give the thread what the process has.</param>
    public static PortAccessException Of(PortAccess access, int error)
    {
        string thread = string.Create(CultureInfo.InvariantCulture, $"thread {Environment.CurrentManagedThreadId}");
        return error switch
        {
            NoMemory => new(PortRefusal.NoMemory, access, $"{thread} has no grant yet, and the kernel had no memory for its port bitmap (ENOMEM).",
                "Try again when memory is free."),
            0 => new(PortRefusal.ThreadNotGranted, access, $"{thread} has lost its grant: something else in this process took ports from it.",
                $"Look for other callers of ioperm and iopl in the process; or {Launcher}."),
            _ => new(PortRefusal.ThreadNotGranted, access,
                string.Create(CultureInfo.InvariantCulture, $"{thread} has no grant, and the system gives it none any more (error {error}): since the bus was opened, the process lost CAP_SYS_RAWIO or the kernel was locked down."),
                $"Keep the capability while the bus is open, or {Launcher}. Threads that a granted thread starts have its grants."),
        };
    }
}
