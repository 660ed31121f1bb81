namespace RegGen.Simulation;

/// <summary>What the description of a 16550 cannot say: the FIFO, the loopback, and the states and interrupts that follow from them.</summary>
/// <remarks>
/// <example>
/// <code>
/// UartLoopback.Attach(backend.Add(Uart16550.Map, Uart16550.Bases.Com1));
/// </code>
/// </example>
/// After the TI PC16550D data sheet, SNLS378C. Sending takes no time, so that the transmitter is always empty and no character ever
/// waits long enough for a timeout. Outside loopback the line is not connected: what is sent is gone, and nothing comes. The modem
/// inputs are then bits 7 to 4 of the stored word of <c>MSR</c>. Where the data sheet is silent, an empty receiver shows 0, and without FIFOs what came last.
/// </remarks>
public sealed class UartLoopback
{
    const int Depth = 16;
    const ulong DataReady = 0x01, Overrun = 0x02, Errors = 0x1E, Deltas = 0x0F, Inputs = 0xF0, LoopBit = 0x10;

    readonly SimulatedDevice _uart;
    readonly string _prefix;
    readonly Queue<byte> _received = [];
    byte _holding;
    ulong _fifo, _inputs, _enabled;
    bool _transmitterEmpty;

    UartLoopback(SimulatedDevice uart, string prefix) => (_uart, _prefix) = (uart, prefix);

    /// <summary>Adds the behaviour to a device whose registers have the data sheet's names: <c>RBR</c>, <c>THR</c>, <c>IER</c>, <c>IIR</c>, <c>FCR</c>, <c>LCR</c>, <c>MCR</c>, <c>LSR</c>, <c>MSR</c>.</summary>
    /// <param name="uart">The device.</param>
    /// <param name="prefix">What stands before the names, such as <c>Channel[0].</c> of a device with several.</param>
    /// <exception cref="ArgumentException">A register is missing.</exception>
    public static void Attach(SimulatedDevice uart, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Behaviour.Require(uart, nameof(UartLoopback), prefix, "RBR", "THR", "IER", "IIR", "FCR", "LCR", "MCR", "LSR", "MSR");
        new UartLoopback(uart, prefix).Attach();
    }

    void Attach()
    {
        (_inputs, _enabled) = (ModemInputs(), Word("IER"));
        On("THR").Write(Send);
        On("RBR").Read(_ => Receive());
        On("IER").Write(EnableInterrupts);
        On("FCR").Write(ControlFifo);
        On("MCR").Write(_ => FollowInputs());
        On("LSR").Read(stored =>
        {
            Set("LSR", stored & ~Errors);
            Update();
            return stored;
        });
        On("MSR").Read(stored =>
        {
            Set("MSR", stored & Inputs);
            Update();
            return (stored & Deltas) | ModemInputs();
        });
        On("IIR").Read(stored =>
        {
            // Reading it ends a pending THRE, if that is what it shows.
            _transmitterEmpty &= (stored & 0x0F) != 0x02;
            Update();
            return stored;
        });
        Update();
    }

    void Send(ulong sent)
    {
        _transmitterEmpty = true;
        if ((Word("MCR") & LoopBit) != 0)
        {
            // Only as many bits as a character has go through the shift registers.
            Take((byte)(sent & (0xFFu >> (3 - (int)(Word("LCR") & 3)))));
        }

        Update();
    }

    void Take(byte character)
    {
        if (!HasFifo)
        {
            // The one before is lost, and overwritten.
            Set("LSR", Word("LSR") | (_received.Count > 0 ? Overrun : 0));
            _received.Clear();
            _holding = character;
        }
        else if (_received.Count == Depth)
        {
            // What is in the FIFO stays; the one in the shift register is lost.
            Set("LSR", Word("LSR") | Overrun);
            return;
        }

        _received.Enqueue(character);
    }

    ulong Receive()
    {
        byte empty = HasFifo ? (byte)0 : _holding;
        byte next = _received.TryDequeue(out byte character) ? character : empty;
        Update();
        return next;
    }

    void EnableInterrupts(ulong written)
    {
        // The transmitter is empty: enabling its interrupt raises it.
        _transmitterEmpty = ((written ^ _enabled) & 2) != 0 ? (written & 2) != 0 : _transmitterEmpty;
        _enabled = written;
        Update();
    }

    void ControlFifo(ulong written)
    {
        bool changes = ((written ^ _fifo) & 1) != 0;
        bool counts = changes || (written & 1) != 0;
        _fifo = counts ? written : _fifo;
        if (counts && (changes || (written & 2) != 0))
        {
            _received.Clear();
        }

        _transmitterEmpty |= counts && (changes || (written & 4) != 0);
        Update();
    }

    void FollowInputs()
    {
        ulong now = ModemInputs(), changed = now ^ _inputs;

        // RI tells only that it has ended.
        Set("MSR", Word("MSR") | ((changed & ~(now & 0x40)) >> 4));
        _inputs = now;
        Update();
    }

    // In loopback the four outputs come back as the inputs: RTS as CTS, DTR as DSR, OUT1 as RI, OUT2 as DCD.
    ulong ModemInputs()
    {
        ulong outputs = Word("MCR");
        return (outputs & LoopBit) == 0
            ? Word("MSR") & Inputs
            : ((outputs & 2) << 3) | ((outputs & 1) << 5) | ((outputs & 4) << 4) | ((outputs & 8) << 4);
    }

    void Update()
    {
        ulong line = (Word("LSR") & ~DataReady) | (_received.Count > 0 ? DataReady : 0);
        Set("LSR", line);
        Set("IIR", (HasFifo ? 0xC0u : 0) | Source(line));
    }

    // The pending interrupt of the highest priority.
    uint Source(ulong line)
    {
        ulong enabled = Word("IER");
        return (enabled & 4) != 0 && (line & Errors) != 0 ? 0x06u
            : (enabled & 1) != 0 && _received.Count >= (HasFifo ? Trigger : 1) ? 0x04u
            : (enabled & 2) != 0 && _transmitterEmpty ? 0x02u
            : (enabled & 8) != 0 && (Word("MSR") & Deltas) != 0 ? 0x00u
            : 0x01u;
    }

    bool HasFifo => (_fifo & 1) != 0;

    int Trigger => (_fifo >> 6) switch { 0 => 1, 1 => 4, 2 => 8, _ => 14 };

    SimulatedRegister On(string register) => _uart.On(_prefix + register);

    ulong Word(string register) => _uart[_prefix + register];

    void Set(string register, ulong word) => _uart[_prefix + register] = word;
}
