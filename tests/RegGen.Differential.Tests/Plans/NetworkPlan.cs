namespace RegGen.Differential.Tests.Plans;

/// <summary>DP8390D on an NE2000: QEMU's ne2k_isa. What is compared is which register answers in which page.</summary>
static class NetworkPlan
{
    public static DevicePlan Plan { get; } = new("ne2000", Ne2000.Map, Ne2000.Bases.Isa, "-device", "ne2k_isa,iobase=0x300")
    {
        // QEMU's card answers wider accesses with ones; an ISA bus would split them.
        IsSplit = false,
        SetUp = static (card, _) =>
        {
            // What QEMU's card is: an RTL8029 by its identity.
            (card["ID0"], card["ID1"]) = (0x50, 0x43);
            card.On("CR").Write(written => card["ISR"] = (written & 1) != 0 ? card["ISR"] | 0x80 : card["ISR"] & 0x7F);
        },
        Limits =
        [
            new("CR", "Nothing is sent and no remote DMA begins: what they do is not described. Page 3 is reserved; the card is stopped or started.")
            {
                Write = static (_, value) => (value & ((value & 0x80) == 0 ? 0xC0u : 0x80u)) | 0x20 | ((value & 1) == 0 ? 2u : 1u),
            },
            new("PSTART|PSTOP|BNRY|CURR", "Only pages of the card's memory, which ends at C000h.") { Write = static (_, value) => value < 0xC0 ? value : value & 0x3F },
            Limit.Never("DATA", "There is nothing to transfer without remote DMA."),
            Limit.Never("DATA8", "There is nothing to transfer without remote DMA."),
            new("RESET", "QEMU's card keeps its command over a reset, which a real one stops by.") { NeverRead = true },
        ],
        Differences =
        [
            new("ISR", 0x80, "QEMU sets the reset state by a reset only; stopping sets it, too: DP8390D, ISR bit 7.") { When = static card => (card["CR"] & 1) != 0 },
            new("CLDA0|CLDA1|RNPP|LNPP|AC0|AC1|TPSR|RCR|TCR|DCR|IMR", 0xFF, "QEMU has nothing of page 2 but PSTART and PSTOP."),
            new("CRDA0|CRDA1", 0xFF, "QEMU shows the start that was written; the counter takes it when a remote DMA begins, which is not modelled."),
        ],
    };
}
