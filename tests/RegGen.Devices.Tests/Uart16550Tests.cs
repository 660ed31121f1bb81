using static RegGen.Devices.Uart16550;

namespace RegGen.Devices.Tests;

/// <summary>devices/uart16550 against QEMU's serial port.</summary>
public sealed class Uart16550Tests
{
    [Fact]
    public void Identity()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        uart.Scr.Write(0x12);
        Assert.True(uart.Identify());
        Assert.Equal(0x12, uart.Scr.Read());
        Assert.False(TryOpen(Bases.Com2, out _, Machine.Start()));

        // PC16550D, IIR: bits 7 and 6 are set while the FIFOs are enabled; earlier chips of the family have no FIFO there.
        uart.Fcr.Write(enable: true);
        Assert.Equal(0xC0, uart.Iir.Read().Raw & 0xC0);
    }

    [Fact]
    public void Round_trip()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        uart.Lcr.Write(wordLength: WordLength.Seven);
        uart.Divisor.Write(0x1234);
        uart.Scr.Write(0xA5);

        Assert.Equal(0x1234, uart.Divisor.Read());
        Assert.Equal(0xA5, uart.Scr.Read());
        Assert.Equal(WordLength.Seven, uart.Lcr.Read().WordLength);
    }
}
