using static RegGen.Devices.Ata;

namespace RegGen.Devices.Tests;

/// <summary>devices/ata against QEMU's IDE disk.</summary>
public sealed class AtaTests : IDisposable
{
    const int Sector = 512;

    readonly string _image = Path.Combine(Path.GetTempPath(), $"reggen-ata-{Guid.NewGuid():N}.img");

    [Fact]
    public void Identity()
    {
        using Ata ata = Open(Disk(sectors: 2048));

        ushort[] words = ata.Identify(Drive.Master);

        // ATA8-ACS, IDENTIFY DEVICE: word 0 bit 15 is 0 for an ATA device, word 49 bit 9 says LBA, words 60 and 61 count the sectors.
        Assert.Equal(256, words.Length);
        Assert.Equal(0, words[0] & 0x8000);
        Assert.Equal(0x0200, words[49] & 0x0200);
        Assert.Equal(2048, words[60] | (words[61] << 16));
        Assert.StartsWith("QEMU HARDDISK", string.Concat(words[27..47].Select(word => $"{(char)(word >> 8)}{(char)(word & 0xFF)}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drive_that_is_not_there_is_late()
    {
        using Ata ata = Open(Disk(sectors: 16));

        Assert.Throws<TimeoutException>(() => ata.Identify(Drive.Slave));
    }

    [Fact]
    public void Round_trip()
    {
        using (Ata ata = Open(Disk(sectors: 2048)))
        {
            // The image holds its sector number in every word.
            Assert.All(ata.ReadSector(Drive.Master, 0x123), word => Assert.Equal(0x123, word));
            Assert.All(ata.ReadSectorExt(Drive.Master, 0x7FF), word => Assert.Equal(0x7FF, word));
            ushort[] words = [.. Enumerable.Range(0, 512).Select(i => (ushort)(i * 257))];
            ata.BeginWrite(Drive.Master, 0x200, 2);
            ata.Data.WriteBlock(words.AsSpan(0, 256));
            ata.AlternateStatus.WaitUntil(TimeSpan.FromSeconds(1), dataRequest: true, busy: false);
            ata.Data.WriteBlock(words.AsSpan(256));
            Assert.False(ata.EndWrite().Error);
            Assert.Equal(words[..256], ata.ReadSector(Drive.Master, 0x200));
            Assert.Equal(words[256..], ata.ReadSector(Drive.Master, 0x201));
        }

        byte[] written = File.ReadAllBytes(_image);
        Assert.Equal([0x01, 0x01], written.AsSpan((0x200 * Sector) + 2, 2).ToArray());
        Assert.Equal([0x23, 0x01], written.AsSpan(0x123 * Sector, 2).ToArray());
    }

    [Fact]
    public void Both_bytes_of_the_address_registers_can_be_read_back()
    {
        using Ata ata = Open(Disk(sectors: 2048));

        ata.Lba48.Write(0x654321CBA987);
        ata.Sectors.Write(0x1234);
        ata.LbaMid.WriteAll(previous: 0xAA, current: 0x55);

        Assert.Equal(0x65AA21CB5587u, ata.Lba48.Read());
        Assert.Equal(0xCB5587u, ata.Lba.Read());
        Assert.Equal((0x12, 0x34), (ata.SectorCount.ReadPrevious(), ata.SectorCount.Read()));
        ata.SectorCount.Write(0x56);
        Assert.Equal(0x3456, ata.Sectors.Read());
    }

    public void Dispose() => File.Delete(_image);

    static Ata Open(Backends.PortBackend machine) => Ata.Open(Bases.Primary, machine);

    Backends.QemuBackend Disk(int sectors)
    {
        byte[] content = new byte[sectors * Sector];
        for (int i = 0; i < content.Length; i++)
        {
            int sector = i / Sector;
            content[i] = (byte)(i % 2 == 0 ? sector : sector >> 8);
        }

        File.WriteAllBytes(_image, content);
        return Machine.Start("-drive", $"if=ide,format=raw,file={_image}");
    }
}
