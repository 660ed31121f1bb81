using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports, one by one, through the kernel's <c>/dev/port</c>. Linux, on any processor that has ports.</summary>
/// <remarks>
/// The kernel makes single bytes of whatever is read or written there, so that a claim of a device that needs wider accesses is refused, and such
/// an access too. Each access is a system call, on any thread. The file does not confine a process to the claim; the bus does.
/// </remarks>
/// <param name="path">The file.</param>
public sealed class DeviceFileBackend(string path = DeviceFileBackend.Path) : PortBackend
{
    /// <summary>The kernel's file.</summary>
    public const string Path = "/dev/port";

    PortFile? _file;

    /// <inheritdoc/>
    public override string Name => "device-file";

    internal override bool ReachesThisMachine => path == Path;

    internal override string Means => path;

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Needs != PortWidth.Bits8)
        {
            throw new PortAccessException(PortRefusal.Width, claim, $"it needs accesses of {(int)claim.Needs} bits, of which {path} would make bytes.",
                "Use the direct backend, or PCI's resource files for a device on PCI.");
        }

        try
        {
            _file ??= new(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(claim, refused);
        }
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width) => Opened(new(false, port, width, 0), out PortAccess access).Read(port, access);

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value) => Opened(new(true, port, width, value), out PortAccess access).Write(port, access);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file?.Dispose();
        }

        base.Dispose(disposing);
    }

    PortFile Opened(PortAccess wanted, out PortAccess access)
    {
        access = wanted.Width == PortWidth.Bits8 ? wanted : throw new PortAccessException(PortRefusal.Width, wanted,
            $"{path} would make single bytes of it.", "Use the direct backend, or PCI's resource files for a device on PCI.");
        return _file ?? throw new InvalidOperationException("Nothing was granted.");
    }

    PortAccessException Refused(PortClaim claim, Exception refused) => refused switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(PortRefusal.Unsupported, claim, $"there is no {path}.",
            "The kernel needs CONFIG_DEVPORT; a container has the file only if it was given it.", refused),
        UnauthorizedAccessException when Capabilities.HasRawIo() => new(PortRefusal.NoPermission, claim,
            $"{path} may not be opened, although the process has CAP_SYS_RAWIO.",
            "Look at the file's owner and mode, and into /sys/kernel/security/lockdown; a container may forbid the device.", refused),
        UnauthorizedAccessException => new(PortRefusal.NoPermission, claim, $"{path} may not be opened: the process lacks CAP_SYS_RAWIO.",
            "Run it as root, or give it the capability and the group of the file.", refused),
        _ => new(PortRefusal.Unsupported, claim, $"{path} cannot be opened: {refused.Message}", "Use another backend.", refused),
    };
}
