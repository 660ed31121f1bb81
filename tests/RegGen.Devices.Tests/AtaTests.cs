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

        ushort[] words = ata.IdentifyDevice(Drive.Master);

        // ATA8-ACS, IDENTIFY DEVICE: word 0 bit 15 is 0 for an ATA device, word 49 bit 9 says LBA, words 60 and 61 count the sectors.
        Assert.Equal(256, words.Length);
        Assert.Equal(0, words[0] & 0x8000);
        Assert.Equal(0x0200, words[49] & 0x0200);
        Assert.Equal(2048, words[60] | (words[61] << 16));
        Assert.StartsWith("QEMU HARDDISK", string.Concat(words[27..47].Select(word => $"{(char)(word >> 8)}{(char)(word & 0xFF)}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_is_recognized_by_a_drive_that_is_left_as_it_was()
    {
        using Ata ata = Open(Disk(sectors: 16));
        ata.Device.Write(drive: Drive.Master, address: 3);
        ata.SectorCount.Write(7);
        byte before = ata.Device.Read().Raw;

        Assert.True(ata.Identify());

        Assert.Equal((before, 7), (ata.Device.Read().Raw, ata.SectorCount.Read()));
        Assert.False(TryOpen(Bases.Secondary, out _, Machine.Start()));
        Assert.False(TryOpen(0x1C00, out _, Machine.Start()));
    }

    // ATA/ATAPI-7, 9.12: the signatures that a reset and EXECUTE DEVICE DIAGNOSTIC leave, of a disk 01 01 00 00, of a packet device 01 01 14 EB; code 1 is passed.
    [Theory]
    [InlineData(false, 0x0000)]
    [InlineData(true, 0xEB14)]
    public void A_reset_leaves_the_signature(bool isPacketDevice, int signature)
    {
        Backends.PortBackend machine = isPacketDevice ? Machine.Start("-drive", "if=ide,media=cdrom,index=0") : Disk(sectors: 16);
        using Ata ata = Open(machine);

        ata.Reset();

        Assert.Equal((1, 1), (ata.SectorCount.Read(), ata.LbaLow.Read()));
        Assert.Equal(signature, ata.ByteCount.Read());
        Assert.Equal(1, ata.Error.Read().Raw);
        Assert.True(ata.Identify());
    }

    [Fact]
    public void A_packet_command_says_what_it_wants()
    {
        using Ata ata = Open(Machine.Start("-drive", "if=ide,media=cdrom,index=0"));
        ata.Reset();

        // INQUIRY, 36 bytes: the drive asks for the command, then gives 36 bytes, of which the first says a CD-ROM.
        ata.Features.Write(0);
        ata.ByteCount.Write(36);
        ata.Command.Write(code: CommandCode.Packet);
        ata.AlternateStatus.WaitUntil(TimeSpan.FromSeconds(1), dataRequest: true, busy: false);
        Assert.Equal((true, false), ata.InterruptReason.Read() is var wants ? (wants.Command, wants.ToHost) : default);
        ata.Data.WriteBlock([0x0012, 0, 36, 0, 0, 0]);
        ata.AlternateStatus.WaitUntil(TimeSpan.FromSeconds(1), dataRequest: true, busy: false);
        Assert.Equal((false, true), ata.InterruptReason.Read() is var gives ? (gives.Command, gives.ToHost) : default);
        Assert.Equal(36, ata.ByteCount.Read());
        Assert.Equal(0x05, ata.Data.Read() & 0x1F);
    }

    [Fact]
    public void An_unknown_command_is_aborted()
    {
        using Ata ata = Open(Disk(sectors: 16));

        ata.Command.Write(code: CommandCode.Nop);

        Assert.True(ata.Status.Read().Error);
        Assert.True(ata.Error.Read().Aborted);
        Assert.Equal(ata.Status.Read().Raw, ata.AlternateStatus.Read().Raw);
    }

    [Fact]
    public void A_drive_that_is_not_there_is_late()
    {
        using Ata ata = Open(Disk(sectors: 16));

        Assert.Throws<TimeoutException>(() => ata.IdentifyDevice(Drive.Slave));
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
