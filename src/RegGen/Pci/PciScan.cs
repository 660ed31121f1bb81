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
}
