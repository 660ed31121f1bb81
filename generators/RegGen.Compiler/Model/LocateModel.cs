namespace RegGen.Compiler.Model;

/// <summary>How a device is recognized on PCI. What is null does not matter.</summary>
/// <param name="Vendor">The vendor's number.</param>
/// <param name="Devices">The vendor's numbers of the device; empty for all.</param>
/// <param name="Class">The class code.</param>
/// <param name="ClassMask">The bits of it that matter.</param>
/// <param name="Bar">The base address register that holds the first port.</param>
sealed record LocateModel(ushort? Vendor, EquatableArray<ushort> Devices, uint? Class, uint ClassMask, int Bar)
{
    public override string ToString()
    {
        string ids = Vendor is null ? "" : $"vendor 0x{Vendor:X4}{(Devices.Count == 0 ? "" : $", device {string.Join(" or ", Devices.Select(device => $"0x{device:X4}"))}")}";
        string code = Class is null ? "" : $"class 0x{Class:X6}{(ClassMask == 0xFFFFFF ? "" : $" under 0x{ClassMask:X6}")}";
        return string.Join(", ", new[] { ids, code }.Where(part => part.Length > 0));
    }
}
