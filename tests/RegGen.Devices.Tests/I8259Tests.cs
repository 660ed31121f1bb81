using static RegGen.Devices.I8259;

namespace RegGen.Devices.Tests;

/// <summary>devices/i8259 against QEMU's interrupt controllers. Requests come from the timer, whose output is line 0.</summary>
public sealed class I8259Tests
{
    [Fact]
    public void Identity()
    {
        using I8259 pic = Open(Bases.Pc, Machine.Start());

        Assert.True(pic.Identify());
        Assert.False(TryOpen(0x1000, out _, out string? difference, Machine.Start()));
        Assert.Equal("ELCR1.Zero == 0 does not hold: it is 0x7.", difference);
    }

    [Fact]
    public void Round_trip()
    {
        using I8259 pic = Open(Bases.Pc, Machine.Start());

        pic.Chip[Which.Master].Imr.Write(new ImrValue(0xA5));
        pic.Chip[Which.Slave].Imr.Write(new ImrValue(0x5A));
        pic.Elcr1.Write(new Elcr1Value(0xFF));
        pic.Elcr2.Write(new Elcr2Value(0xFF));

        Assert.Equal((0xA5, 0x5A), (pic.Chip[Which.Master].Imr.Read().Raw, pic.Chip[Which.Slave].Imr.Read().Raw));

        // 82371SB, ELCR1 and ELCR2: lines 0, 1, 2, 8 and 13 are always edges.
        Assert.Equal((0xF8, 0xDE), (pic.Elcr1.Read().Raw, pic.Elcr2.Read().Raw));
    }

    // 231468, initialization: after ICW1 come ICW2, in cascade ICW3, and ICW4; only then is the port the mask again, which ICW1 has cleared.
    [Fact]
    public void Initialized_it_masks_nothing()
    {
        using I8259 pic = Open(Bases.Pc, Machine.Start());
        ChipBlock master = pic.Chip[Which.Master];
        master.Imr.Write(new ImrValue(0xFF));

        master.Initialize(vector: 0x20, cascade: 0x04);

        Assert.Equal(0x00, master.Imr.Read().Raw);
        master.Imr.Write(new ImrValue(0xFB));
        Assert.Equal(0xFB, master.Imr.Read().Raw);
    }

    [Fact]
    public void A_request_is_polled_served_and_ended()
    {
        using PortBus bus = PortBus.Open(Machine.Start(), Claim(Bases.Pc), I8254.Claim());
        var pic = new I8259(bus, Bases.Pc);
        var timer = new I8254(bus, I8254.Bases.Pc);
        ChipBlock master = pic.Chip[Which.Master];
        master.Initialize(vector: 0x20, cascade: 0x04);
        Assert.Equal((0, 0), (master.Irr.Read().Raw, master.Isr.Read().Raw));

        // 231164, mode definitions: the output is low in mode 0 and high in mode 3.
        timer.SetCounter0(I8254.Mode.TerminalCount, 0);
        timer.SetCounter0(I8254.Mode.SquareWave, 0);

        Assert.Equal((0x01, 0x00), (master.Irr.Read().Raw, master.Isr.Read().Raw));
        PollValue found = master.Poll.Read();
        Assert.Equal((true, 0), (found.Pending, found.Level));
        Assert.Equal((0x00, 0x01), (master.Irr.Read().Raw, master.Isr.Read().Raw));
        master.End();
        Assert.Equal((0x00, 0x00), (master.Irr.Read().Raw, master.Isr.Read().Raw));
        Assert.False(master.Poll.Read().Pending);
    }
}
