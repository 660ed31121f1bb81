using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Devices.Tests;

/// <summary>What a launcher is asked for: exactly the ports of the data sheets' register tables, and how wide the accesses have to be.</summary>
public sealed class ClaimTests
{
    // SNLS378C, table 2: eight registers of a byte.
    [Fact]
    public void Uart() => Check(Uart16550.Claim(0x2F8), "0x2F8-0x2FF", PortWidth.Bits8);

    [Fact]
    public void Clock() => Check(Mc146818.Claim(), "0x70-0x71", PortWidth.Bits8);

    [Fact]
    public void Timer() => Check(I8254.Claim(), "0x40-0x43", PortWidth.Bits8);

    // ATA: a command block of eight ports with a data register of 16 bits, and a control block of one port, 206h above it.
    [Fact]
    public void Drive() => Check(Ata.Claim(0x1F0), "0x1F0-0x1F7, 0x3F6", PortWidth.Bits16);

    // PCI 2.2, 3.2.2.3.2: CONFIG_ADDRESS is reached by accesses of 32 bits only.
    [Fact]
    public void Configuration() => Check(PciConfig.Claim(), "0xCF8-0xCFF", PortWidth.Bits32);

    static void Check(PortClaim claim, string ports, PortWidth needs)
    {
        Assert.Equal(ports, string.Join(", ", claim.Ranges));
        Assert.Equal(needs, claim.Needs);
    }
}
