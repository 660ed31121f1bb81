using System.Globalization;

namespace RegGen.Pci;

/// <summary>A function that was found on PCI.</summary>
/// <param name="Address">Where it sits.</param>
/// <param name="Vendor">Its vendor's number.</param>
/// <param name="Device">The vendor's number of the device.</param>
/// <param name="Class">Its class code: base class, subclass and programming interface, 8 bits each.</param>
/// <param name="Bars">Its base address registers that are in use.</param>
public sealed record PciFunction(PciAddress Address, ushort Vendor, ushort Device, uint Class, IReadOnlyList<PciBar> Bars)
{
    /// <summary><c>0000:00:03.0 10EC:8139 class 020000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address} {Vendor:X4}:{Device:X4} class {Class:X6}");
}
