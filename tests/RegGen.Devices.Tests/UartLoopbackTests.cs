using RegGen.Backends;
using RegGen.Simulation;
using static RegGen.Devices.Uart16550;

namespace RegGen.Devices.Tests;

/// <summary>The ready behaviour for simulated UARTs, by the PC16550D data sheet.</summary>
public sealed class UartLoopbackTests
{
    [Fact]
    public void The_priority_of_interrupts_is_that_of_the_data_sheet()
    {
        using Uart16550 uart = Simulated();
        uart.Mcr.Write(loop: true);
        uart.Ier.Write(receivedData: true, transmitterEmpty: true, lineStatus: true, modemStatus: true);
        uart.Msr.Read();
        uart.Thr.Write(1);
        uart.Thr.Write(2);
        uart.Mcr.Write(loop: true, dtr: true);

        // Table 4: line status, received data, transmitter empty, modem status; each ended by what it says.
        Assert.Equal(Source.LineStatus, uart.Iir.Read().Source);
        Assert.True(uart.Lsr.Read().Overrun);
        Assert.Equal(Source.ReceivedData, uart.Iir.Read().Source);
        Assert.Equal(2, uart.Rbr.Read());
        Assert.Equal(Source.TransmitterEmpty, uart.Iir.Read().Source);
        Assert.Equal((false, Source.ModemStatus), uart.Iir.Read() is var modem ? (modem.NotPending, modem.Source) : default);
        Assert.True(uart.Msr.Read().DeltaDsr);
        Assert.True(uart.Iir.Read().NotPending);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 14)]
    public void The_trigger_says_how_many_characters_interrupt(byte trigger, int characters)
    {
        using Uart16550 uart = Simulated();
        uart.Mcr.Write(loop: true);
        uart.Lcr.Write(wordLength: WordLength.Eight);
        uart.Fcr.Write(enable: true, trigger: (Trigger)trigger);
        uart.Ier.Write(receivedData: true);
        for (int i = 1; i < characters; i++)
        {
            uart.Thr.Write((byte)i);
            Assert.True(uart.Iir.Read().NotPending);
        }

        uart.Thr.Write(0xFF);
        Assert.Equal((Source.ReceivedData, FifosEnabled.Yes), uart.Iir.Read() is var iir ? (iir.Source, iir.FifosEnabled) : default);
    }

    // FCR bit 0: changing it empties both FIFOs; without it the other bits do not count.
    [Fact]
    public void The_other_bits_of_FCR_count_only_beside_Enable()
    {
        using Uart16550 uart = Simulated();
        uart.Mcr.Write(loop: true);
        uart.Thr.Write(3);
        uart.Fcr.Write(new FcrValue(0x02));
        Assert.True(uart.Lsr.Read().DataReady);
        uart.Fcr.Write(enable: true);
        Assert.False(uart.Lsr.Read().DataReady);
    }

    // LCR bits 1 and 0: a character of five bits has no others.
    [Fact]
    public void A_character_has_as_many_bits_as_LCR_says()
    {
        using Uart16550 uart = Simulated();
        uart.Mcr.Write(loop: true);
        uart.Lcr.Write(wordLength: WordLength.Five);
        uart.Thr.Write(0xFF);
        Assert.Equal(0x1F, uart.Rbr.Read());
    }

    // MSR bit 2: only the end of RI is told.
    [Fact]
    public void RI_tells_its_end()
    {
        using Uart16550 uart = Simulated();
        uart.Mcr.Write(loop: true, out1: true);
        Assert.Equal((true, false), uart.Msr.Read() is var begun ? (begun.Ri, begun.TrailingRi) : default);
        uart.Mcr.Write(loop: true);
        Assert.Equal((false, true), uart.Msr.Read() is var ended ? (ended.Ri, ended.TrailingRi) : default);
        Assert.False(uart.Msr.Read().TrailingRi);
    }

    [Fact]
    public void Another_device_is_refused_by_name()
    {
        SimulatedDevice clock = new SimulatedBackend().Add(Mc146818.Map, Mc146818.Bases.Pc);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => UartLoopback.Attach(clock));
        Assert.StartsWith("Mc146818 has no register RBR, which UartLoopback needs.", refused.Message, StringComparison.Ordinal);
    }

    static Uart16550 Simulated()
    {
        var backend = new SimulatedBackend();
        UartLoopback.Attach(backend.Add(Map, Bases.Com1));
        return Open(Bases.Com1, backend);
    }
}
