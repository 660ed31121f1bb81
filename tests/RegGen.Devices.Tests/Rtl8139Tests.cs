using RegGen.Pci;
using RegGen.Tracing;
using static RegGen.Devices.Rtl8139;

namespace RegGen.Devices.Tests;

/// <summary>devices/rtl8139 against QEMU's card, which is an RTL8139C+.</summary>
public sealed class Rtl8139Tests : IDisposable
{
    const ushort Port = 0xC000;

    readonly PortBus _bus = PortBus.Open(
        Machine.Start("-netdev", "user,id=n,restrict=on", "-device", "rtl8139,netdev=n,mac=52:54:00:12:34:56"), PciMachine.Claim, Claim(Port));

    Rtl8139 Card
    {
        get
        {
            if (field is null)
            {
                PciMachine.Assign(_bus, 0x10EC, 0x8139, bar: 0, Port);
                field = new Rtl8139(_bus, Locate(new PortPciScan(_bus)).Single().BasePort);
            }

            return field;
        }
    }

    [Fact]
    public void Identity()
    {
        Assert.Equal(Port, Card.BasePort);
        Assert.Equal(HardwareVersion.Rtl8139CPlus, Card.Tcr.Read().HardwareVersion);

        // 52:54:00:12:34:56, the first byte lowest.
        Assert.Equal(0x5634_1200_5452u, Card.Idr.Read());
        Assert.Equal(0x20, Card.Rerid.Read());
        Assert.True(Card.Identify());
        Assert.False(TryOpen(0xD000, out _, out string? difference, Machine.Start()));
        Assert.EndsWith("does not hold: it is 0x7F.", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Round_trip()
    {
        Card.Mar.Write(0x0123_4567_89AB_CDEF);
        Card.Tsad[3].Write(Danger.Accepted, 0x0012_3440);
        Card.Tsd[3].Write(Danger.Accepted, size: 64, own: true);
        Card.Rbstart.Write(Danger.Accepted, 0x0020_0000);
        Card.Imr.Write(receiveOk: true, transmitOk: true);
        Card.Rcr.Write(acceptMatch: true, maxDma: ReceiveBurst.Unlimited, bufferLength: BufferLength.Size32K);
        Card.Capr.Write(0x0100);

        Assert.Equal(0x0123_4567_89AB_CDEFu, Card.Mar.Read());
        Assert.Equal(0x0012_3440u, Card.Tsad[3].Read());
        Assert.Equal((64, true), (Card.Tsd[3].Read().Size, Card.Tsd[3].Read().Own));
        Assert.Equal(0x0020_0000u, Card.Rbstart.Read());
        Assert.Equal(0x0005, Card.Imr.Read().Raw);
        Assert.Equal(BufferLength.Size32K, Card.Rcr.Read().BufferLength);
        Assert.Equal(0x0100, Card.Capr.Read());
    }

    [Fact]
    public void Every_register_of_the_PHY_that_the_model_has_is_read()
    {
        // QEMU, rtl8139_reset: auto-negotiation on and complete, all modes and flow control advertised by both; CSCR begins without the jabber function, which the datasheet has on.
        Assert.Equal((true, false, false), Card.Bmcr.Read() is var mode ? (mode.AutoNegotiation, mode.Speed100, mode.FullDuplex) : default);
        Assert.Equal((true, true, true), Card.Bmsr.Read() is var status ? (status.Link, status.NegotiationComplete, status.Can100Full) : default);
        Assert.Equal((0x05E1, 0x05E1, 0x0001), (Card.Anar.Read().Raw, Card.Anlpar.Read().Raw, Card.Aner.Read().Raw));
        Assert.Equal(0x0340, Card.Cscr.Read().Raw);
        Assert.Equal((false, false), Card.Msr.Read() is var media ? (media.LinkDown, media.Speed10) : default);
    }

    [Fact]
    public void Every_plain_register_that_the_model_has_keeps_what_is_written()
    {
        Card.Idr.Write(0x0605_0403_0201);
        Card.Mulint.Write(threshold: 0x123);
        Card.TimerInt.Write(0x0001_0000);
        Card.Anar.Write(pause: true, canT4: true);
        Card.Config3.Modify(magicPacket: true);
        Card.Config5.Modify(unicastWake: true);
        Card.Rcr.Write(acceptMatch: true, earlyThreshold: 5, fifoThreshold: FifoThreshold.WholePacket, noWrap: true);

        Assert.Equal(0x0605_0403_0201u, Card.Idr.Read());
        Assert.Equal(0x0123, Card.Mulint.Read().Raw);
        Assert.Equal(0x0001_0000u, Card.TimerInt.Read());
        Assert.Equal(0x07E1, Card.Anar.Read().Raw);
        Assert.True(Card.Config3.Read().MagicPacket);
        Assert.True(Card.Config5.Read().UnicastWake);
        Assert.Equal(0x0500_E082u, Card.Rcr.Read().Raw);
    }

    // 93C46: a start bit, 10 for a read, six bits of address; then sixteen bits come out, the first one high. Word 0 is the identity 8129h, word 7 begins the address.
    [Theory]
    [InlineData(0, 0x8129)]
    [InlineData(1, 0x10EC)]
    [InlineData(7, 0x5452)]
    public void The_EEPROM_is_read_by_its_pins(int address, int expected)
    {
        Card.Cr9346.Write(mode: Mode.Programming);
        Card.Cr9346.Write(mode: Mode.Programming, eecs: true);
        int command = 0b110 << 6 | address;
        for (int bit = 8; bit >= 0; bit--)
        {
            Clock((command >> bit & 1) != 0);
        }

        int word = 0;
        for (int bit = 0; bit < 16; bit++)
        {
            Clock(false);
            word = word << 1 | (Card.Cr9346.Read().Eedo ? 1 : 0);
        }

        Card.Cr9346.Write(mode: Mode.Normal);
        Assert.Equal(expected, word);

        void Clock(bool data)
        {
            Card.Cr9346.Write(mode: Mode.Programming, eecs: true, eedi: data);
            Card.Cr9346.Write(mode: Mode.Programming, eecs: true, eedi: data, eesk: true);
        }
    }

    [Fact]
    public void A_reset_ends_and_leaves_the_values_of_the_datasheet()
    {
        Card.Imr.Write(receiveOk: true);

        Card.ResetCard();

        Assert.Equal(0, Card.Imr.Read().Raw);
        Assert.All(Card.Tsd, descriptor => Assert.True(descriptor.Read().Own));
        Assert.Equal(0xFFF0, Card.Capr.Read());
        Assert.True(Card.Cr.Read().BufferEmpty);
    }

    [Fact]
    public void Configuration_registers_are_written_behind_their_lock_and_not_without_it()
    {
        Card.Config1.Modify(driverLoaded: true);
        Assert.True(Card.Config1.Read().DriverLoaded);

        Card.Bus.Out8(Port + 0x52, 0);
        Assert.True(Card.Config1.Read().DriverLoaded);
        Assert.Equal(Mode.Normal, Card.Cr9346.Read().Mode);
    }

    [Fact]
    public void Several_configuration_registers_are_unlocked_once()
    {
        List<string> lines = [];
        using (Card.Bus.Trace(lines.Add))
        using (Card.UnlockConfiguration())
        {
            Card.Config1.Modify(driverLoaded: true);
            Card.Config4.Modify(longWakeup: true);
        }

        // CONFIG1 reads as 0x0C, both mappings; what is only read is written as 0.
        Assert.Equal(["0xC050 <- 0xC0", "0xC052 <- 0x20", "0xC05A <- 0x20", "0xC050 <- 0x00"], lines.Where(line => line.Contains("<-", StringComparison.Ordinal)));
        Assert.True(Card.Config4.Read().LongWakeup);
    }

    [Fact]
    public void The_transmit_configuration_is_written_only_while_the_transmitter_is_on()
    {
        Card.Tcr.Write(maxDma: TransmitBurst.Bytes1024);
        Assert.Equal(TransmitBurst.Bytes16, Card.Tcr.Read().MaxDma);

        Card.Cr.Write(transmitterEnable: true);
        Card.Tcr.Write(maxDma: TransmitBurst.Bytes1024);
        Assert.Equal(TransmitBurst.Bytes1024, Card.Tcr.Read().MaxDma);
    }

    [Fact]
    public void A_packet_that_is_sent_is_reported_and_the_report_is_cleared_alone()
    {
        Card.Cr.Write(transmitterEnable: true);
        Card.Tcr.Write(loopback: Loopback.On);
        Card.Tsd[0].Write(Danger.Accepted, size: 64, own: false);

        Assert.True(Card.Tsd[0].Read().Ok);
        Assert.True(Card.TsadStatus.Read().Ok(0));
        Assert.True(Card.Isr.Read().TransmitOk);
        Card.Isr.Write(receiveOk: true);
        Assert.True(Card.Isr.Read().TransmitOk);
        Card.Isr.Write(transmitOk: true);
        Assert.False(Card.Isr.Read().TransmitOk);
    }

    [Fact]
    public void What_can_reach_memory_says_so()
    {
        Assert.True(Map.ReachesMemory);
        Assert.Equal(
            ["TSD[0]", "TSD[1]", "TSD[2]", "TSD[3]", "TSAD[0]", "TSAD[1]", "TSAD[2]", "TSAD[3]", "RBSTART", "CR.ReceiverEnable", "FLASH.WriteEnable"],
            Map.Dangers.Select(part => part.Name));
    }

    public void Dispose() => _bus.Dispose();
}
