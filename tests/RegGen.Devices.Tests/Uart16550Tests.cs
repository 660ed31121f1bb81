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
    public void The_pending_interrupt_and_the_fifos_are_told_by_name()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        uart.Ier.Write(transmitterEmpty: true);
        IirValue pending = uart.Iir.Read();
        Assert.Equal((false, Source.TransmitterEmpty, FifosEnabled.No), (pending.NotPending, pending.Source, pending.FifosEnabled));
        Assert.True(uart.Iir.Read().NotPending);        // that read has ended it
        uart.Fcr.Write(enable: true, trigger: Trigger.Eight);
        Assert.Equal(FifosEnabled.Yes, uart.Iir.Read().FifosEnabled);
    }

    [Fact]
    public void Looped_back_the_modem_outputs_are_its_inputs()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        // PC16550D, MCR bit 4: DTR to DSR, RTS to CTS, OUT1 to RI, OUT2 to DCD.
        uart.Mcr.Write(loop: true, dtr: true, out2: true);
        MsrValue status = uart.Msr.Read();
        Assert.Equal((true, false, false, true), (status.Dsr, status.Cts, status.Ri, status.Dcd));
        uart.Mcr.Modify(dtr: false, rts: true, out1: true, out2: false);
        status = uart.Msr.Read();
        Assert.Equal((false, true, true, false), (status.Dsr, status.Cts, status.Ri, status.Dcd));

        uart.Thr.Write(0x5A);
        uart.Lsr.WaitUntil(TimeSpan.FromSeconds(1), dataReady: true);
        Assert.Equal(0x5A, uart.Rbr.Read());
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
