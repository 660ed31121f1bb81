using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Backends;

/// <summary>On a folder laid out as sysfs is; the guest rig has the real one.</summary>
public sealed class PciResourceBackendTests : IDisposable
{
    const string Card = "0000:00:03.0";

    static readonly PortClaim s_claim = PortClaim.At("Rtl8139", 0xC000, (0, 0xFF)).Needing(PortWidth.Bits32);

    readonly string _folder = Directory.CreateTempSubdirectory("reggen-").FullName;

    public PciResourceBackendTests() => Lay(command: 0x0103);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_port_is_reached_in_the_file_of_its_register_by_its_offset_and_width()
    {
        using (PortBus bus = Open(s_claim))
        {
            bus.Out32(0xC030, 0x12345678);
            bus.Out16(0xC03C, 0xABCD);
            bus.Out8(0xC037, 0x0C);
            Assert.Equal(0x5678, bus.In16(0xC030));
            Assert.Equal(0x12345678u, bus.In32(0xC030));
            Assert.Equal(0x0C, bus.In8(0xC037));
        }

        byte[] file = File.ReadAllBytes(Path.Combine(_folder, Card, "resource0"));
        Assert.Equal([0x78, 0x56, 0x34, 0x12], file[0x30..0x34]);
        Assert.Equal([0xCD, 0xAB], file[0x3C..0x3E]);
        Assert.Equal(7, file.Count(value => value != 0));
    }

    [Theory]
    [InlineData(0xC100, 1)]
    [InlineData(0xBFFF, 1)]
    [InlineData(0xC0F8, 16)]
    [InlineData(0xFEB0, 1)]
    public void Ports_that_no_function_has_are_refused(int port, int count)
    {
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => Open(PortClaim.At("Other", (ushort)port, (0, (ushort)(count - 1)))));
        Assert.Equal(PortRefusal.NotFound, refusal.Reason);
    }

    [Fact]
    public void A_function_that_is_switched_off_is_refused_instead_of_read_as_all_ones()
    {
        Lay(command: 0x0102);
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => Open(s_claim));
        Assert.Equal(PortRefusal.NotFound, refusal.Reason);
        Assert.Contains("enable", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_without_PCI_says_so() => Assert.Equal(PortRefusal.Unsupported,
        Assert.Throws<PortAccessException>(() => PortBus.Open(new PciResourceBackend("/nowhere/pci"), s_claim)).Reason);

    PortBus Open(PortClaim claim) => PortBus.Open(new PciResourceBackend(_folder), claim);

    // What Linux shows of QEMU's card: identity, class, the first 64 bytes of configuration, ports behind register 0, memory behind register 1.
    void Lay(ushort command)
    {
        string card = Path.Combine(_folder, Card);
        Directory.CreateDirectory(card);
        File.WriteAllText(Path.Combine(card, "vendor"), "0x10ec\n");
        File.WriteAllText(Path.Combine(card, "device"), "0x8139\n");
        File.WriteAllText(Path.Combine(card, "class"), "0x020000\n");
        File.WriteAllText(Path.Combine(card, "resource"), """
            0x000000000000c000 0x000000000000c0ff 0x0000000000040101
            0x00000000febf1000 0x00000000febf10ff 0x0000000000040200
            0x0000000000000000 0x0000000000000000 0x0000000000000000

            """);
        byte[] config = new byte[64];
        (config[0], config[1], config[2], config[3]) = (0xEC, 0x10, 0x39, 0x81);
        (config[4], config[5]) = ((byte)command, (byte)(command >> 8));
        File.WriteAllBytes(Path.Combine(card, "config"), config);
        File.WriteAllBytes(Path.Combine(card, "resource0"), new byte[0x100]);
    }
}
