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
    public void It_begins_as_the_datasheet_says()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        // PC16550D, table of the states after reset: IER 0, IIR 1, LCR 0, MCR 0, LSR 60h. OUT2 apart, which QEMU sets as a PC's firmware does.
        Assert.Equal((0x00, 0x01, 0x00, 0x60), (uart.Ier.Read().Raw, uart.Iir.Read().Raw, uart.Lcr.Read().Raw, uart.Lsr.Read().Raw));
        Assert.Equal((IerValue.Reset.Raw, IirValue.Reset.Raw, LcrValue.Reset.Raw, LsrValue.Reset.Raw), (0x00, 0x01, 0x00, 0x60));
        Assert.Equal(0x00, uart.Mcr.Read().Raw & 0xF7);
    }

    [Fact]
    public void Every_bit_of_the_control_registers_can_be_set_and_read()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));

        uart.Ier.Write(receivedData: true, transmitterEmpty: true, lineStatus: true, modemStatus: true);
        uart.Lcr.Write(wordLength: WordLength.Eight, stopBits: StopBits.More, parityEnable: true, evenParity: true, stickParity: true, setBreak: true);
        uart.Mcr.Write(dtr: true, rts: true, out1: true, out2: true, loop: true);

        Assert.Equal((0x0F, 0x7F, 0x1F), (uart.Ier.Read().Raw, uart.Lcr.Read().Raw, uart.Mcr.Read().Raw));
    }

    [Fact]
    public void The_FIFO_holds_sixteen_and_the_seventeenth_is_an_overrun()
    {
        using Uart16550 uart = Open(Bases.Com2, Machine.Start("-device", "isa-serial,iobase=0x2f8"));
        uart.Mcr.Write(loop: true);
        uart.Fcr.Write(enable: true, clearReceiver: true, clearTransmitter: true);
        for (int i = 0; i < 17; i++)
        {
            uart.Thr.Write((byte)i);
        }

        LsrValue line = uart.Lsr.Read();
        Assert.Equal((true, true), (line.DataReady, line.Overrun));
        Assert.False(uart.Lsr.Read().Overrun);
        Assert.Equal(0, uart.Rbr.Read());
        Assert.Equal(1, uart.Rbr.Read());
        uart.Fcr.Write(enable: true, clearReceiver: true);
        Assert.False(uart.Lsr.Read().DataReady);
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
