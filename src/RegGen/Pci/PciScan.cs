namespace RegGen.Pci;

/// <summary>A way to look at the functions on PCI: over its configuration ports, or as Linux shows them.</summary>
/// <remarks>
/// <example>
/// Generated code calls it for a device that says <c>locate: { pci: ... }</c>:
/// <code>
/// foreach (PciPlace place in Rtl8139.Locate())
/// {
///     using var card = Rtl8139.Open(place.BasePort);
/// }
/// </code>
/// </example>
/// Looking reads configuration space and changes nothing there.
/// </remarks>
public abstract class PciScan
{
    /// <summary>The way that this system offers without a grant.</summary>
    /// <exception cref="PlatformNotSupportedException">It offers none; then scan over a bus, with <see cref="PortPciScan"/>.</exception>
    public static PciScan ForThisMachine() => OperatingSystem.IsLinux()
        ? new SysfsPciScan()
        : throw new PlatformNotSupportedException("Only Linux shows PCI to every program. Pass a PortPciScan over a bus that was granted ports 0xCF8 to 0xCFF.");

    /// <summary>All functions, by address.</summary>
    public abstract IReadOnlyList<PciFunction> Functions();

    /// <summary>A dword of a function's configuration space.</summary>
    /// <param name="address">Where the function sits.</param>
    /// <param name="offset">The dword's offset, 0 to 252.</param>
    /// <exception cref="PortAccessException">The system does not show it, or the configuration ports were not granted.</exception>
    public abstract uint Read(PciAddress address, int offset);

    /// <summary>The functions that a filter takes and whose first port stands in a register that is no base address register.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="port">The bits that hold the first port, in place; 0 means that none was assigned.</param>
    /// <param name="enable">Bits that are not 0 while the device answers; null if it always does.</param>
    /// <exception cref="PortAccessException">The system does not show that register.</exception>
    public IReadOnlyList<PciPlace> Find(PciFilter filter, PciBits port, PciBits? enable = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. from function in Functions()
               where filter.Matches(function) && (enable is not { } bits || ValueOf(function, bits) != 0)
               let first = ValueOf(function, port)
               where first is > 0 and <= ushort.MaxValue
               select new PciPlace(function, (ushort)first),
        ];
    }

    /// <summary>The functions that a filter takes and that have I/O ports behind a base address register.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="bar">Number of the base address register, 0 to 5.</param>
    public IReadOnlyList<PciPlace> Find(PciFilter filter, int bar)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. from function in Functions()
               where filter.Matches(function)
               from known in function.Bars
               where known.Index == bar && known.HasPorts
               select new PciPlace(function, (ushort)known.Address),
        ];
    }

    private protected static void Check(int offset)
    {
        if ((offset & ~0xFC) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "A dword of configuration space begins at 0 to 252, at a multiple of 4.");
        }
    }

    uint ValueOf(PciFunction function, PciBits bits) => bits.Of(Read(function.Address, bits.Offset & ~3));
}
