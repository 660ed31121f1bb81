namespace RegGen.Differential.Tests.Plans;

/// <summary>ATA: QEMU's disk on the first channel. What is compared is the task file, with its doubled registers.</summary>
static class AtaPlan
{
    static readonly string[] s_commandBlock = ["FEATURES", "SECTOR_COUNT", "LBA_LOW", "LBA_MID", "LBA_HIGH", "DEVICE"];

    public static DevicePlan Plan { get; } = new("ata", Ata.Map, Ata.Bases.Primary, "-drive", "if=ide,format=raw,file=null-co://,file.size=1048576")
    {
        // Wider accesses are for DATA.
        IsSplit = false,
        SetUp = static (drive, _) =>
        {
            // The signature of a disk, and a drive that is ready.
            (drive["SECTOR_COUNT"], drive["LBA_LOW"], drive["DEVICE"], drive["STATUS"], drive["ALTERNATE_STATUS"]) = (1, 1, 0xA0, 0x50, 0x50);
            foreach (string register in s_commandBlock)
            {
                // ATA8-ACS, HOB: a write to any register of the command block clears it.
                drive.On(register).Write(_ => drive["DEVICE_CONTROL"] &= 0x7F);
            }
        },
        Unnamed = ["INTERRUPT_REASON"],
        Limits =
        [
            Limit.Never("DATA", "There is nothing to transfer without a command."),
            Limit.Never("COMMAND", "What commands do is not described."),
            new("DEVICE", "There is one drive.") { Write = static (_, value) => value & ~0x10u },
            new("DEVICE_CONTROL", "A reset is more than a description says.") { Write = static (_, value) => value & ~4u },
        ],
        Differences =
        [
            new("DEVICE", 0xA0, "QEMU has the obsolete bits always on."),
            new("ERROR", 0xFF, "QEMU shows the earlier FEATURES there; ATA8-ACS has nothing of ERROR behind HOB.") { When = static drive => (drive["DEVICE_CONTROL"] & 0x80) != 0 },
        ],
    };
}
