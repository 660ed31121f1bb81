using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>16550A: QEMU's isa-serial without a line. Sending takes no time there either, and timeouts do not come since the clock stands.</summary>
static class UartPlan
{
    public static DevicePlan Plan { get; } = new("uart16550", Uart16550.Map, Uart16550.Bases.Com2, "-device", "isa-serial,iobase=0x2f8")
    {
        SetUp = static (uart, _) =>
        {
            // QEMU begins with 9600 baud, OUT2 on, and a modem that is there, as after a PC's firmware.
            (uart["DLL"], uart["DLM"], uart["MCR"], uart["MSR"]) = (0x0C, 0x00, 0x08, 0xB0);
            UartLoopback.Attach(uart);
        },
        // So that characters gather in the FIFO, its control and the loopback stay for a while.
        Weights = new Dictionary<string, double> { ["LCR"] = 0.5, ["MCR"] = 0.2, ["FCR"] = 0.03, ["IER"] = 0.5, ["THR"] = 3, ["RBR"] = 0.5 },
        Values = new Dictionary<ushort, uint[]> { [0x2FA] = [0x01, 0x41, 0x81, 0xC1, 0xC9], [0x2FB] = [0x03, 0x03, 0x83], [0x2FC] = [0x10, 0x1B, 0x1F] },
        Limits =
        [
            new("FCR", "Bits count only beside Enable, says the data sheet; QEMU obeys them without it, too.")
            {
                Write = static (_, value) => (value & 1) == 0 ? 0 : value,
            },
        ],
        Differences =
        [
            new("RBR", 0xE0, "QEMU loops all eight bits back. A character has as many as LCR says: SNLS378C, LCR bits 0 and 1."),
            new("MSR", 0x0F, "QEMU sees no changes of the modem inputs in loopback. There they come from MCR, with their interrupt: SNLS378C, MCR bit 4."),
            new("IIR", 0x0F, "The same: QEMU has no interrupt of the modem inputs.") { When = static uart => (uart["IIR"] & 0x0F) == 0 },
        ],
    };
}
