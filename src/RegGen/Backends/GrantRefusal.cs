using System.Globalization;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>What ioperm's error numbers mean for who runs the program.</summary>
internal static class GrantRefusal
{
    const int NotPermitted = 1;
    const int NoSuchCall = 38;
    const int RawIoCapability = 17;

    /// <summary>The exception for a claim that the system refused.</summary>
    public static PortAccessException Of(PortClaim claim, PortRange range, int error) => error switch
    {
        NoSuchCall => new(PortRefusal.Unsupported, claim, "this kernel has no ioperm (ENOSYS).",
            "Run a kernel with CONFIG_X86_IOPL_IOPERM, which the distributions' kernels have, or use the QEMU or the simulated backend."),
        NotPermitted when HasRawIo() => new(PortRefusal.NoPermission, claim,
            "the process has CAP_SYS_RAWIO and was refused (EPERM): the kernel is locked down, or a container or user namespace stands between.",
            "Look into /sys/kernel/security/lockdown; lockdown comes with Secure Boot. Grants taken before it stay. Otherwise run outside the container."),
        NotPermitted => new(PortRefusal.NoPermission, claim, "the process lacks CAP_SYS_RAWIO (EPERM).",
            "Run it as root or give the program the capability (setcap cap_sys_rawio+ep). Under kernel lockdown neither is enough."),
        _ => new(PortRefusal.Unsupported, claim, string.Create(CultureInfo.InvariantCulture, $"ioperm of {range} failed with error {error}."),
            "Look the number up with: errno -l. Use the QEMU or the simulated backend meanwhile."),
    };

    static bool HasRawIo()
    {
        const string Key = "CapEff:";
        try
        {
            string? line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal));
            return line is not null
                && ulong.TryParse(line.AsSpan(Key.Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong held)
                && (held >> RawIoCapability & 1) != 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
