using System.Text;

namespace RegGen.Demo;

/// <summary>A driver for a 16550A serial port, on any bus. Leaves the port as it found it.</summary>
sealed class SerialPort : IDisposable
{
    /// <summary>115200 baud: the input clock of a PC's serial port is 115200 times 16 Hz.</summary>
    const ushort Divisor115200 = 1;

    /// <summary>Characters that each FIFO of a 16550 holds.</summary>
    const int FifoDepth = 16;

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    readonly Uart16550 _uart;
    readonly ushort _divisor;
    readonly Uart16550.LcrValue _line;
    readonly Uart16550.McrValue _modem;
    readonly Uart16550.IerValue _interrupts;

    SerialPort(Uart16550 uart)
    {
        _uart = uart;
        _line = uart.Lcr.Read();
        _modem = uart.Mcr.Read();
        _interrupts = uart.Ier.Read();
        _divisor = uart.Divisor.Read();
    }

    /// <summary>COM1 to COM4 at their usual places.</summary>
    public static string NameOf(ushort port) =>
        Uart16550.Map.Bases.FirstOrDefault(known => known.Port == port).Name?.ToUpperInvariant() ?? "UART";

    /// <summary>Tells a 16550 by its scratch register and by its loopback, as Linux does.</summary>
    /// <exception cref="NoDeviceException">There is no such device at the ports.</exception>
    public static SerialPort Detect(Uart16550 uart)
    {
        RequireScratch(uart, 0x55);
        RequireScratch(uart, 0xAA);

        var port = new SerialPort(uart);
        try
        {
            // In loopback, RTS comes back as CTS and OUT2 as DCD; DTR and OUT1, which stay off, as DSR and RI.
            uart.Mcr.Write(loop: true, rts: true, out2: true);
            Uart16550.MsrValue modem = uart.Msr.Read();
            return modem is { Cts: true, Dcd: true, Dsr: false, Ri: false }
                ? port
                : throw new NoDeviceException($"There is no 16550 at 0x{uart.BasePort:X}: in loopback the modem status is {modem}.");
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>115200 baud, 8 data bits, no parity, 1 stop bit, FIFOs on, no interrupts; still in loopback.</summary>
    /// <exception cref="NoDeviceException">The FIFOs do not work: this is an older UART.</exception>
    public void Configure()
    {
        _uart.Ier.Write();
        _uart.Divisor.Write(Divisor115200);
        _uart.Lcr.Write(wordLength: Uart16550.WordLength.Eight);
        _uart.Fcr.Write(enable: true, clearReceiver: true, clearTransmitter: true, trigger: Uart16550.Trigger.One);
        Uart16550.IirValue identification = _uart.Iir.Read();
        if (identification.FifosEnabled != Uart16550.FifosEnabled.Yes)
        {
            throw new NoDeviceException($"The UART at 0x{_uart.BasePort:X} has no working FIFOs: IIR is {identification}.");
        }
    }

    /// <summary>Sends a text and reads it back, a FIFO full at a time.</summary>
    /// <exception cref="TimeoutException">A character did not come back.</exception>
    public string SendThroughLoopback(string text)
    {
        var echo = new StringBuilder();
        foreach (byte[] piece in Encoding.ASCII.GetBytes(text).Chunk(FifoDepth))
        {
            _uart.Lsr.WaitUntil(Patience, holdingEmpty: true);
            foreach (byte character in piece)
            {
                _uart.Thr.Write(character);
            }

            foreach (byte _ in piece)
            {
                _uart.Lsr.WaitUntil(Patience, dataReady: true);
                echo.Append((char)_uart.Rbr.Read());
            }
        }

        return echo.ToString();
    }

    /// <summary>Puts the registers back. The FIFOs stay off, as after reset: what they were cannot be read.</summary>
    public void Dispose()
    {
        _uart.Fcr.Write();
        _uart.Divisor.Write(_divisor);
        _uart.Lcr.Write(_line);
        _uart.Mcr.Write(_modem);
        _uart.Ier.Write(_interrupts);
    }

    static void RequireScratch(Uart16550 uart, byte pattern)
    {
        uart.Scr.Write(pattern);
        byte read = uart.Scr.Read();
        if (read != pattern)
        {
            throw new NoDeviceException($"There is no 16550 at 0x{uart.BasePort:X}: the scratch register reads 0x{read:X2} after 0x{pattern:X2}.");
        }
    }
}
