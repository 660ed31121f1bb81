using RegGen.Simulation;

namespace RegGen.Demo.Simulation;

/// <summary>What the description of the UART cannot say: the FIFO, the loopback, and what the status registers tell of them.</summary>
static class SimulatedUart
{
    const int Depth = 16;

    public static void Attach(SimulatedDevice uart)
    {
        var received = new Queue<byte>();
        Uart16550.FcrValue fifo = default;

        // Outside loopback the line is not connected: what is sent is gone, and nothing comes.
        uart.On("THR").Write(sent =>
        {
            if (Modem(uart).Loop && received.Count < (fifo.Enable ? Depth : 1))
            {
                received.Enqueue((byte)sent);
            }
        });
        uart.On("RBR").Read(stored => received.TryDequeue(out byte next) ? next : stored);
        uart.On("LSR").Read(stored => (stored & ~1u) | (received.Count > 0 ? 1u : 0u));
        uart.On("FCR").Write(written =>
        {
            fifo = new((byte)written);
            if (fifo.ClearReceiver || !fifo.Enable)
            {
                received.Clear();
            }
        });
        uart.On("IIR").Read(stored => fifo.Enable ? stored | 0xC0 : stored);
        uart.On("MSR").Read(stored => Modem(uart) is { Loop: true } modem ? LoopedBack(modem) : stored);
    }

    static Uart16550.McrValue Modem(SimulatedDevice uart) => new((byte)uart["MCR"]);

    // Data sheet, modem control register: the four outputs come back as the four inputs.
    static uint LoopedBack(Uart16550.McrValue modem) =>
        (modem.Rts ? 0x10u : 0) | (modem.Dtr ? 0x20u : 0) | (modem.Out1 ? 0x40u : 0) | (modem.Out2 ? 0x80u : 0);
}
