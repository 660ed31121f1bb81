namespace RegGen.Pci;

/// <summary>Bits of a function's configuration space, none past the dword.</summary>
/// <param name="Offset">Where bit 0 stands, 0 to 255.</param>
/// <param name="Mask">The bits, counted from there.</param>
public readonly record struct PciBits(int Offset, uint Mask)
{
    internal uint Of(uint dword) => (dword >> (Offset % 4 * 8)) & Mask;
}
