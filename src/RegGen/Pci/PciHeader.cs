namespace RegGen.Pci;

/// <summary>The standard header of a function, read dword by dword. Source: PCI Local Bus Specification 3.0, section 6.1; bridges: PCI-to-PCI Bridge 1.2, 3.2.</summary>
readonly struct PciHeader(PciAddress address, Func<PciAddress, int, uint> read)
{
    const int Identity = 0x00, ClassAndRevision = 0x08, HeaderType = 0x0C, FirstBar = 0x10, BusNumbers = 0x18;

    public bool IsThere => (ushort)read(address, Identity) != 0xFFFF;

    public bool HasMoreFunctions => (read(address, HeaderType) >> 23 & 1) != 0;

    int Type => (int)(read(address, HeaderType) >> 16 & 0x7F);

    /// <summary>The bus behind a bridge; null for what is none.</summary>
    public byte? SecondaryBus => Type == 1 ? (byte)(read(address, BusNumbers) >> 8) : null;

    public PciFunction ToFunction()
    {
        uint identity = read(address, Identity);
        return new(address, (ushort)identity, (ushort)(identity >> 16), read(address, ClassAndRevision) >> 8, Bars());
    }

    List<PciBar> Bars()
    {
        int count = Type switch { 0 => 6, 1 => 2, _ => 0 };
        List<PciBar> bars = [];
        for (int i = 0; i < count; i++)
        {
            uint low = read(address, FirstBar + (i * 4));
            if ((low & 1) != 0)
            {
                bars.Add(new(i, true, low & ~3u));
                continue;
            }

            bool wide = (low & 6) == 4 && i + 1 < count;
            ulong high = wide ? read(address, FirstBar + (i * 4) + 4) : 0;
            if (low != 0 || high != 0)
            {
                bars.Add(new(i, false, (high << 32) | (low & ~0xFu)));
            }

            i += wide ? 1 : 0;
        }

        return bars;
    }
}
