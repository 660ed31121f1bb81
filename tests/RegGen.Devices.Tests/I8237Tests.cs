using static RegGen.Devices.I8237;

namespace RegGen.Devices.Tests;

/// <summary>devices/i8237 against QEMU's DMA controllers.</summary>
public sealed class I8237Tests
{
    [Fact]
    public void Identity()
    {
        using I8237 dma = Open(Bases.Pc, Machine.Start());
        dma.Page[1].Write(0x12);

        Assert.True(dma.Identify());
        Assert.Equal(0x12, dma.Page[1].Read());
        Assert.False(TryOpen(0x1000, out _, Machine.Start()));
    }

    [Fact]
    public void Round_trip()
    {
        using I8237 dma = Open(Bases.Pc, Machine.Start());
        for (int i = 0; i < 4; i++)
        {
            dma.Bytes.Address[i].Write((ushort)(0x1234 + i));
            dma.Bytes.Count[i].Write((ushort)(0x0FF0 + i));
            dma.Words.Address[i].Write((ushort)(0x5678 + i));
            dma.Words.Count[i].Write((ushort)(0x7FF0 + i));
        }

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal((0x1234 + i, 0x0FF0 + i), (dma.Bytes.Address[i].Read(), dma.Bytes.Count[i].Read()));
            Assert.Equal((0x5678 + i, 0x7FF0 + i), (dma.Words.Address[i].Read(), dma.Words.Count[i].Read()));
        }
    }

    // AT Technical Reference, page registers: channels 0 to 3 at 87, 83, 81, 82, channels 5 to 7 at 8B, 89, 8A, refresh at 8F.
    [Fact]
    public void The_pages_stand_where_the_AT_has_them()
    {
        using I8237 dma = Open(Bases.Pc, Machine.Start());
        for (int i = 0; i < dma.Page.Count; i++)
        {
            dma.Page[i].Write((byte)(0x10 + i));
        }

        Assert.Equal([0x10, 0x11, 0x12, 0x13, 0x15, 0x16, 0x17, 0x14],
            ((ushort[])[0x87, 0x83, 0x81, 0x82, 0x8B, 0x89, 0x8A, 0x8F]).Select(port => (int)dma.Bus.In8(port)));
    }

    // 231466, master clear and software commands: the flip-flop is cleared, so that the next byte is the lower one.
    [Fact]
    public void A_master_clear_begins_with_the_lower_byte()
    {
        using I8237 dma = Open(Bases.Pc, Machine.Start());
        dma.Bytes.Address[2].Write(0xBEEF);
        Assert.Equal(0xEF, ReadAfterClear());
        Assert.Equal(0xBE, dma.Bus.In8(4));

        dma.Words.Address[3].Write(0xCAFE);
        dma.Words.ClearFlipFlop.Write(0);
        Assert.Equal((0xFE, 0xCA), (dma.Bus.In8(0xCC), dma.Bus.In8(0xCC)));

        byte ReadAfterClear()
        {
            dma.Bus.In8(4);
            dma.Bytes.MasterClear.Write(0);
            return dma.Bus.In8(4);
        }
    }

    [Fact]
    public void A_software_request_is_told_by_the_state()
    {
        using I8237 dma = Open(Bases.Pc, Machine.Start());
        Assert.Equal(0, dma.Bytes.Status.Read().Raw);

        // The channel is masked: nothing is transferred.
        dma.Bytes.Masks.Write(Danger.Accepted, channel0: true, channel1: true, channel2: true, channel3: true);
        dma.Bytes.Request.Write(Danger.Accepted, channel: ByteChannel.Channel2, set: true);
        Assert.Equal(0x40, dma.Bytes.Status.Read().Raw);
        dma.Bytes.Request.Write(Danger.Accepted, channel: ByteChannel.Channel2, set: false);
        Assert.Equal(0x00, dma.Bytes.Status.Read().Raw);
    }
}
