namespace RegGen.Compiler.Model;

/// <summary>How a device is recognized on PCI. What is null does not matter.</summary>
/// <param name="Vendor">The vendor's number.</param>
/// <param name="Devices">The vendor's numbers of the device; empty for all.</param>
/// <param name="Class">The class code.</param>
/// <param name="ClassMask">The bits of it that matter.</param>
/// <param name="Bar">The base address register that holds the first port.</param>
sealed record LocateModel(ushort? Vendor, EquatableArray<ushort> Devices, uint? Class, uint ClassMask, int Bar)
{
    /// <summary>What holds the first port, if that is no base address register.</summary>
    public PciBitsModel? Base { get; init; }

    /// <summary>What is not 0 while the device answers, or null if it always does.</summary>
    public PciBitsModel? Enable { get; init; }

    /// <summary>Where its first port is told, in words.</summary>
    public string Place => Base is null ? $"the ports behind base address register {Bar}"
        : $"its first port in configuration space at {Base}{(Enable is null ? "" : $", while the bits at {Enable} are not 0")}";

    public override string ToString()
    {
        string ids = Vendor is null ? "" : $"vendor 0x{Vendor:X4}{(Devices.Count == 0 ? "" : $", device {string.Join(" or ", Devices.Select(device => $"0x{device:X4}"))}")}";
        string code = Class is null ? "" : $"class 0x{Class:X6}{(ClassMask == 0xFFFFFF ? "" : $" under 0x{ClassMask:X6}")}";
        return string.Join(", ", new[] { ids, code }.Where(part => part.Length > 0));
    }
}

/// <summary>Bits of configuration space, none past the dword.</summary>
/// <param name="Offset">Where bit 0 stands.</param>
/// <param name="Mask">The bits, counted from there.</param>
sealed record PciBitsModel(int Offset, uint Mask)
{
    public override string ToString() => $"0x{Offset:X2} under 0x{Mask:X}";
}
