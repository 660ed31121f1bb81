using RegGen.Claims;
using RegGen.Metadata;

namespace RegGen.Tests.Samples;

/// <summary>Descriptions of the sample devices, from their datasheets.</summary>
static class SampleMaps
{
    static readonly EnumMap WordLength = new("WordLength", [("Five", 0), ("Six", 1), ("Seven", 2), ("Eight", 3)]);
    static readonly Condition Data = new("LCR", 0x80, 0), Latch = new("LCR", 0x80, 0x80);

    /// <summary>TI PC16550D, table II.</summary>
    public static readonly DeviceMap Uart = new("SampleUart", PortClaim.At("SampleUart", 0, (0, 7)))
    {
        Registers =
        [
            new("RBR", 0, 8, Access.Pop) { When = [Data] },
            new("THR", 0, 8, Access.Wo) { When = [Data] },
            new("DLL", 0, 8, Access.Rw) { When = [Latch] },
            new("DLM", 1, 8, Access.Rw) { When = [Latch] },
            new("IER", 1, 8, Access.Rw) { When = [Data], Reset = 0 },
            new("FCR", 2, 8, Access.Wo)
            {
                Fields = [new("Enable", 0, 0, Access.Wo), new("ClearReceiver", 1, 1, Access.Sc), new("Trigger", 7, 6, Access.Wo)],
            },
            new("IIR", 2, 8, Access.Ro) { Reset = 1 },
            new("LCR", 3, 8, Access.Rw)
            {
                Reset = 0,
                Fields = [new("WordLength", 1, 0, Access.Rw) { Enum = WordLength }, new("Dlab", 7, 7, Access.Rw)],
            },
            new("LSR", 5, 8, Access.Ro)
            {
                Reset = 0x60,
                Fields =
                [
                    new("DataReady", 0, 0, Access.Ro), new("Overrun", 1, 1, Access.Rc), new("HoldingEmpty", 5, 5, Access.Ro),
                    new("TransmitterEmpty", 6, 6, Access.Ro),
                ],
            },
            new("SCR", 7, 8, Access.Rw),
        ],
    };

    /// <summary>Motorola MC146818A, with the index port of a PC, which is only written.</summary>
    public static readonly DeviceMap Cmos = new("SampleCmos", PortClaim.At("SampleCmos", 0, (0, 1)))
    {
        Registers =
        [
            new("INDEX", 0, 8, Access.Wo) { Fields = [new("Address", 6, 0, Access.Wo), new("NmiDisable", 7, 7, Access.Wo)] },
            new("DATA", 1, 8, Access.Rw),
        ],
        Windows =
        [
            new("Cmos", "INDEX", 0x7F, ["DATA"],
            [
                new("Seconds", 0x00, 8, Access.Rw),
                new("RegisterA", 0x0A, 8, Access.Rw)
                {
                    Fields = [new("Rate", 3, 0, Access.Rw), new("UpdateInProgress", 7, 7, Access.Ro)],
                },
                new("RegisterB", 0x0B, 8, Access.Rw) { Fields = [new("DataMode", 2, 2, Access.Rw), new("Set", 7, 7, Access.Rw)] },
                new("RegisterC", 0x0C, 8, Access.Ro)
                {
                    Reset = 0,
                    Fields = [new("Update", 4, 4, Access.Rc), new("Alarm", 5, 5, Access.Rc), new("Request", 7, 7, Access.Rc)],
                },
                new("RegisterD", 0x0D, 8, Access.Ro) { Reset = 0x80 },
            ]),
        ],
    };

    /// <summary>The made-up timer, with a STATUS that has bits of every access, unreadable and undeclared ones too.</summary>
    public static readonly DeviceMap Timer = new("SampleTimer", PortClaim.At("SampleTimer", 0, (0, 7)))
    {
        Registers =
        [
            new("ADDRESS", 0, 32, Access.Rw),
            new("COUNT", 4, 16, Access.Rw),
            new("STATUS", 6, 8, Access.Rw)
            {
                Fields =
                [
                    new("Mode", 1, 0, Access.Rw), new("Key", 2, 2, Access.Wo), new("Start", 4, 4, Access.Sc), new("Done", 6, 5, Access.Ro),
                    new("Expired", 7, 7, Access.W1c),
                ],
            },
            new("COMMAND", 7, 8, Access.Wo),
        ],
    };
}
