using System.Globalization;
using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Backends;

/// <summary>The ports behind a base address register of a PCI function, through the <c>resourceN</c> file that Linux has for each.</summary>
/// <remarks>
/// Accesses have their exact width and stay inside the register's ports: the kernel sees to both. Who may open the file may use the ports; no capability is
/// needed. A claim finds its function by its ports, which <c>Locate()</c> of a description gives. Each access is a system call, on any thread.
/// </remarks>
/// <param name="folder">The folder with one folder a function.</param>
public sealed class PciResourceBackend(string folder = SysfsPciScan.Folder) : PortBackend
{
    const int Command = 4;
    const uint IoSpace = 1;

    readonly List<(PortRange Ports, PortFile File)> _opened = [];

    /// <inheritdoc/>
    public override string Name => "pci";

    internal override bool ReachesThisMachine => folder == SysfsPciScan.Folder;

    internal override string Means => "PCI's resource files";

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (PortRange range in claim.Ranges)
        {
            if (!_opened.Exists(each => each.Ports.Contains(range)))
            {
                _opened.Add(Open(claim, range));
            }
        }
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        (PortRange ports, PortFile file) = FileOf(port);
        return file.Read(port - ports.First, new(false, port, width, 0));
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        (PortRange ports, PortFile file) = FileOf(port);
        file.Write(port - ports.First, new(true, port, width, value));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _opened.ForEach(each => each.File.Dispose());
        }

        base.Dispose(disposing);
    }

    (PortRange Ports, PortFile File) Open(PortClaim claim, PortRange range)
    {
        SysfsPciScan scan = new(folder);
        (PciFunction function, PciBar bar) = Find(claim, range, scan);
        if ((scan.Read(function.Address, Command) & IoSpace) == 0)
        {
            throw new PortAccessException(PortRefusal.NotFound, claim, $"the function {function} does not answer at its ports: it is switched off.",
                $"As root: echo 1 > {folder}/{function.Address}/enable");
        }

        string path = Path.Combine(folder, function.Address.ToString(), string.Create(CultureInfo.InvariantCulture, $"resource{bar.Index}"));
        try
        {
            return (bar.Ports!.Value, new(path));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw refused is UnauthorizedAccessException
                ? new PortAccessException(PortRefusal.NoPermission, claim, $"{path} may not be opened.", $"Run as root, or let an administrator hand it over: chown USER {path}", refused)
                : new PortAccessException(PortRefusal.Unsupported, claim, $"{path} cannot be opened: {refused.Message}", "Use another backend.", refused);
        }
    }

    static (PciFunction Function, PciBar Bar) Find(PortClaim claim, PortRange range, SysfsPciScan scan)
    {
        IReadOnlyList<PciFunction> functions;
        try
        {
            functions = scan.Functions();
        }
        catch (PortAccessException none)
        {
            throw new PortAccessException(PortRefusal.Unsupported, claim, none.Cause, none.Remedy, none);
        }

        foreach (PciFunction function in functions)
        {
            foreach (PciBar bar in function.Bars)
            {
                if (bar.Ports is { } ports && ports.Contains(range))
                {
                    return (function, bar);
                }
            }
        }

        throw new PortAccessException(PortRefusal.NotFound, claim, $"no function on PCI has {range} behind a base address register.",
            "This way is for devices on PCI only; Locate() of their class gives their ports.");
    }

    (PortRange Ports, PortFile File) FileOf(ushort port) => _opened.Find(each => each.Ports.Contains(port)) is { File: not null } known
        ? known
        : throw new InvalidOperationException("Nothing was granted there.");
}
