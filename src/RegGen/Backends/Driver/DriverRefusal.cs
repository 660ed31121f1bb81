using System.Globalization;
using RegGen.Claims;

namespace RegGen.Backends.Driver;

/// <summary>What the driver's answers mean for who runs the program.</summary>
static class DriverRefusal
{
    const int WindowsNotFound = 2, WindowsAccessDenied = 5, LinuxNotPermitted = 1;

    const string Ask = "An administrator lets you with a line of the driver's policy: see 'reggen policy --help'.";
    const string List = "driver/core/denials.def lists such ports, with the reasons; the system's log has those that this machine's firmware told of.";

    // The table does not know why: these are for ports that the driver found.
    const string FoundNever = " (firmware of this machine has its commands or a reset there)";
    const string FoundFlag = " (this machine sleeps or powers off there, which needs 'system danger')";

    /// <summary>Linux: the device file could not be opened.</summary>
    public static PortAccessException OfOpening(string path, Exception refused) => refused switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(PortRefusal.NotInstalled, $"there is no {path}: the driver is not loaded.",
            "An administrator builds, signs and loads it as driver/linux/README.md says; a container has the file only if it was given it.", refused),
        UnauthorizedAccessException => new(PortRefusal.NoPermission,
            $"{path} may not be opened: no entry of the driver's policy names this user, or the kernel is locked down.",
            $"{Ask} Look into /sys/kernel/security/lockdown.", refused),
        _ => new(PortRefusal.Transport, $"{path} cannot be opened: {refused.Message}", "Try again when other programs have closed it.", refused),
    };

    /// <summary>Windows: the device could not be opened.</summary>
    public static PortAccessException OfOpening(string path, int error) => error switch
    {
        WindowsNotFound => new(PortRefusal.NotInstalled, $"there is no {path}: the driver is not loaded.",
            "An administrator installs, signs and starts it as driver/windows/README.md says."),
        WindowsAccessDenied => new(PortRefusal.NoPermission, $"{path} may not be opened: no entry of the driver's policy names this user.", Ask),
        _ => new(PortRefusal.Transport, Number(path, error), "Try again when other programs have closed it."),
    };

    /// <summary>The driver is another version than this library.</summary>
    public static PortAccessException OfVersion(string place, ushort version) => new(PortRefusal.Unsupported,
        string.Create(CultureInfo.InvariantCulture, $"the driver behind {place} has version {version} of the interface, this library version {DriverAbi.Version}."),
        "Take both from the same release.");

    /// <summary>A request to which the system gave no answer.</summary>
    public static PortAccessException Of(string place, int error) =>
        new(PortRefusal.Transport, Number(place, error), "Open the bus anew. If it stays so, take driver and library from the same release.");

    /// <summary>A policy to which the system gave no answer.</summary>
    public static PortAccessException OfPolicy(string place, int error) => error == (OperatingSystem.IsWindows() ? WindowsAccessDenied : LinuxNotPermitted)
        ? new(PortRefusal.NoPermission, "only an administrator may set the driver's policy.", "Run it as root, outside of a container; on Windows as an administrator.")
        : Of(place, error);

    /// <summary>A claim that the driver refused.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="status">Why.</param>
    /// <param name="range">The range that was refused, if it was one.</param>
    /// <param name="onlyReads">Whether it asked for reading alone.</param>
    public static PortAccessException Of(PortClaim claim, DriverStatus status, PortRange? range, bool onlyReads = false) => status switch
    {
        DriverStatus.Policy => new(PortRefusal.NoPermission, claim, $"no entry of the driver's policy lets this user {(onlyReads ? "read" : "read and write")} {range}.", Ask),
        DriverStatus.Flag => new(PortRefusal.NoPermission, claim, $"the driver's policy has {range}, but without a flag that ports of it need{WhyFlag(range)}.",
            "An administrator adds the flag to the line; any flag is full trust. See 'reggen policy --help'."),
        DriverStatus.Denied => new(PortRefusal.NoPermission, claim, $"{range} has ports that the driver never lets anybody touch{WhyNever(range)}.", List),
        DriverStatus.Taken => new(PortRefusal.Owned, claim, $"another program has ports of {range} by the driver.",
            $"End it; or, if both may use the ports, let both say so: claim.Sharing(\"{KernelPorts.OurDriver}\")."),
        DriverStatus.Owned => new(PortRefusal.Owned, claim, $"{Owner(range)} has ports of {range}, and this driver shares none with others of the kernel.",
            "Let the driver go first: its page in sysfs has 'unbind'; modprobe -r. Who has which ports stands in /proc/ioports, for root."),
        DriverStatus.Locked => new(PortRefusal.NoPermission, claim, "the kernel is locked down, and the driver honours that.",
            "An administrator who wants it otherwise loads the driver with under_lockdown=1."),
        DriverStatus.Full or DriverStatus.Count => new(PortRefusal.Unsupported, claim,
            string.Create(CultureInfo.InvariantCulture, $"it is more than the {DriverAbi.MostRanges} ranges that the driver keeps for a bus."),
            "Claim fewer devices with one bus."),
        _ => new(PortRefusal.Transport, claim, $"the driver answered {status}.", "Open the bus anew. If it stays so, take driver and library from the same release."),
    };

    /// <summary>An access to which the system gave no answer.</summary>
    public static PortAccessException Of(PortAccess access, string place, int error) =>
        new(PortRefusal.Transport, access, Number(place, error), "Open the bus anew: what was done before is not known.");

    /// <summary>An operation that the driver refused, or that did not run to its end.</summary>
    /// <param name="access">Its access, or the first one of its program.</param>
    /// <param name="status">Why.</param>
    public static PortAccessException Of(PortAccess access, DriverStatus status) => status switch
    {
        DriverStatus.Claim => new(PortRefusal.NotGranted, access, "the driver was not asked for each of its ports.", "Claim them: PortBus.Open, or Extend."),
        DriverStatus.Denied => new(PortRefusal.NoPermission, access, $"the driver never lets anybody touch it{WhyNever(Touched(access))}.", List),
        DriverStatus.Value => new(PortRefusal.NoPermission, access, $"the driver never lets anybody write such a value there{WhyNot(access)}.", List),
        DriverStatus.Locked => new(PortRefusal.NoPermission, access, "the kernel was locked down since the bus was opened, and the driver honours that.",
            "An administrator who wants it otherwise loads the driver with under_lockdown=1."),
        DriverStatus.Deadline => new(PortRefusal.Transport, access,
            string.Create(CultureInfo.InvariantCulture, $"its program took longer than the {DriverAbi.LongestDeadline / 1_000_000} ms that the driver lets one."),
            "The accesses before it were done. Split the program, or look why the device is slow."),
        DriverStatus.Stopped => new(PortRefusal.Transport, access, "the thread was told to end.", "The accesses before it were done."),
        DriverStatus.Busy => new(PortRefusal.Transport, access, "the driver runs a program of the same handle.", "Do not use a handle in two processes."),
        _ => new(PortRefusal.Transport, access, $"the driver answered {status}.", "Take driver and library from the same release."),
    };

    static PortRange Touched(PortAccess access) => new(access.Port, (ushort)Math.Min(access.Port + ((int)access.Width / 8) - 1, ushort.MaxValue));

    // " (0x92: system control port A resets the processor)"
    static string WhyNever(PortRange? range) => range is { } ports
        ? Denials.Of(ports).FirstOrDefault(denial => denial.IsNever) is { } denial ? $" ({denial.Ports}: {denial.Reason})" : FoundNever
        : "";

    // Of several, the one that asks for most. What nobody gets is no reason here.
    static string WhyFlag(PortRange? range) => range is { } ports
        ? Denials.Of(ports).Where(denial => !denial.IsNever).MaxBy(denial => denial.Flags) is { } denial ? $" ({denial.Ports} needs '{denial.FlagNames}': {denial.Reason})" : FoundFlag
        : "";

    static string WhyNot(PortAccess access)
    {
        for (int i = 0; i < (int)access.Width / 8; i++)
        {
            if (Denials.Of((ushort)(access.Port + i), (byte)(access.Value >> (8 * i))) is { } reason)
            {
                return $" ({reason})";
            }
        }

        return "";
    }

    static string Number(string place, int error) => string.Create(CultureInfo.InvariantCulture, $"{place} answered with error {error} of the system.");

    // Root alone is shown who it is.
    static string Owner(PortRange? range) =>
        OperatingSystem.IsLinux() && range is { } ports && KernelPorts.Owners()?.FirstOrDefault(owner => owner.Ports.First <= ports.Last && ports.First <= owner.Ports.Last) is { } known
            ? $"the kernel's '{known.Name}'"
            : "a driver of the kernel";
}
