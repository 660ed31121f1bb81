using RegGen.Backends;
using static RegGen.Devices.Ne2000;

namespace RegGen.Devices.Tests;

/// <summary>devices/ne2000 against QEMU's card.</summary>
public sealed class Ne2000Tests
{
    [Fact]
    public void Identity()
    {
        using Ne2000 card = Open(Bases.Isa, Card());
        card.Reset.Write(card.Reset.Read());
        Assert.True(card.Isr.Read().ResetState);

        // Of a 16-bit card the address PROM begins with the address, each byte twice, and has 57 57 at word 14 (Novell, Eagle).
        ushort[] prom = ReadMemory(card, 0, 16);

        Assert.Equal([0x5252, 0x5454, 0x0000, 0x1212, 0x3434, 0x5656], prom[..6]);
        Assert.Equal(0x5757, prom[14]);
    }

    [Fact]
    public void It_is_recognized_and_its_filter_is_put_back()
    {
        using Ne2000 card = Open(Bases.Isa, Card());
        card.Mar[7].Write(0x3C);

        Assert.True(card.Identify());

        Assert.Equal(0x3C, card.Mar[7].Read());
        Assert.Equal((0x50, 0x43), (card.Id0.Read(), card.Id1.Read()));      // QEMU's controller is an RTL8029
        Assert.False(TryOpen(Bases.Isa, out _, Machine.Start()));
    }

    [Fact]
    public void A_packet_that_is_sent_is_reported()
    {
        using Ne2000 card = Open(Bases.Isa, Card());
        card.Bnry.Write(0x50);
        card.Tpsr.Write(0x40);
        card.TransmitCount.Write(64);
        card.Cr.Write(stop: false, start: true, transmit: true);

        Assert.True(card.Tsr.Read().Transmitted);
        Assert.True(card.Isr.Read().Transmitted);
        Assert.False(card.Isr.Read().ResetState);
        Assert.False(card.Cr.Read().Transmit);
        Assert.Equal(0x50, card.Bnry.Read());
    }

    [Fact]
    public void The_remote_DMA_moves_on_and_stops_at_its_count()
    {
        using Ne2000 card = Open(Bases.Isa, Card());

        ReadMemory(card, 0x4100, 3);

        Assert.Equal(0x4106, card.RemoteAddress.Read());
        Assert.True(card.Isr.Read().RemoteDone);
    }

    [Fact]
    public void Round_trip()
    {
        using Ne2000 card = Open(Bases.Isa, Card());

        // DP8390D, 10.3: PSTART and PSTOP are written in page 0 and read in page 2; PAR, CURR and MAR are in page 1.
        card.Pstart.Write(0x46);
        card.Pstop.Write(0x80);
        card.Curr.Write(0x4C);
        for (int i = 0; i < card.Par.Count; i++)
        {
            card.Par[i].Write((byte)(0xA0 + i));
        }

        for (int i = 0; i < card.Mar.Count; i++)
        {
            card.Mar[i].Write((byte)(0x50 + i));
        }

        Assert.Equal([0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], card.Mar.Select(part => (int)part.Read()));
        Assert.Equal((0x46, 0x80, 0x4C), (card.Pstart.Read(), card.Pstop.Read(), card.Curr.Read()));
        Assert.Equal([0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5], card.Par.Select(part => (int)part.Read()));
        Assert.Equal(0, card.Cr.Read().Page);
    }

    [Fact]
    public void Memory_is_reached_through_the_remote_DMA_and_one_flag_is_cleared_alone()
    {
        using Ne2000 card = Open(Bases.Isa, Card());
        card.Dcr.Write(wordTransfer: true, noLoopback: true, fifoThreshold: FifoThreshold.Bytes8);
        card.RemoteStart.Write(0x4100);
        card.RemoteCount.Write(4);
        card.Cr.Write(stop: false, start: true, remoteDma: RemoteDma.Write);
        card.Data.Write(0x1234);
        card.Data.Write(0xABCD);
        Assert.True(card.Isr.Read().RemoteDone);

        card.Isr.Write(remoteDone: true);

        Assert.False(card.Isr.Read().RemoteDone);
        Assert.Equal([0x1234, 0xABCD], ReadMemory(card, 0x4100, 2));
    }

    static QemuBackend Card() => Machine.Start("-netdev", "user,id=n", "-device", "ne2k_isa,iobase=0x300,netdev=n,mac=52:54:00:12:34:56");

    static ushort[] ReadMemory(Ne2000 card, ushort from, int words)
    {
        card.Dcr.Write(wordTransfer: true, noLoopback: true, fifoThreshold: FifoThreshold.Bytes8);
        card.RemoteStart.Write(from);
        card.RemoteCount.Write((ushort)(2 * words));
        card.Cr.Write(stop: false, start: true, remoteDma: RemoteDma.Read);
        ushort[] memory = new ushort[words];
        card.Data.ReadBlock(memory);
        return memory;
    }
}
