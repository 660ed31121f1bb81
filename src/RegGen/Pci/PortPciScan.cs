using RegGen.Claims;
using RegGen.Locks;

namespace RegGen.Pci;

/// <summary>PCI as its configuration ports CF8 and CFC show it, bridges included (mechanism 1; domain 0).</summary>
/// <param name="bus">A bus that was granted <see cref="Claim"/>.</param>
public sealed class PortPciScan(PortBus bus) : PciScan
{
    const ushort Address = 0xCF8, Data = 0xCFC;

    static readonly NamedLock s_lock = NamedLock.Get("pci");

    /// <summary>The configuration ports.</summary>
    public static PortClaim Claim { get; } = PortClaim.At("PCI configuration", Address, (0, 7));

    /// <inheritdoc/>
    /// <exception cref="PortAccessException">The configuration ports were not granted to the bus.</exception>
    public override IReadOnlyList<PciFunction> Functions()
    {
        List<PciFunction> found = [];
        using NamedLock.Hold held = s_lock.Enter(bus);

        // A host bridge with several functions has a bus of its own behind each.
        var host = new PciHeader(default, Read);
        int roots = host.IsThere && host.HasMoreFunctions ? 8 : 1;
        HashSet<byte> visited = [];
        for (byte root = 0; root < roots; root++)
        {
            if (root == 0 || new PciHeader(new(0, 0, 0, root), Read).IsThere)
            {
                Visit(root, visited, found);
            }
        }

        return [.. found.OrderBy(function => function.Address.Bus).ThenBy(function => function.Address.Device).ThenBy(function => function.Address.Function)];
    }

    void Visit(byte number, HashSet<byte> visited, List<PciFunction> found)
    {
        if (!visited.Add(number))
        {
            return;
        }

        for (byte device = 0; device < 32; device++)
        {
            var first = new PciHeader(new(0, number, device, 0), Read);
            if (!first.IsThere)
            {
                continue;
            }

            int functions = first.HasMoreFunctions ? 8 : 1;
            for (byte function = 0; function < functions; function++)
            {
                var header = new PciHeader(new(0, number, device, function), Read);
                if (!header.IsThere)
                {
                    continue;
                }

                found.Add(header.ToFunction());

                // 0 is what a bridge holds that nobody has set up.
                if (header.SecondaryBus is > 0 and { } behind)
                {
                    Visit(behind, visited, found);
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PortAccessException">The configuration ports were not granted to the bus.</exception>
    public override uint Read(PciAddress address, int offset)
    {
        Check(offset);
        using NamedLock.Hold held = s_lock.Enter(bus);
        bus.Out32(Address, 0x80000000 | ((uint)address.Bus << 16) | ((uint)address.Device << 11) | ((uint)address.Function << 8) | (uint)offset);
        return bus.In32(Data);
    }
}
