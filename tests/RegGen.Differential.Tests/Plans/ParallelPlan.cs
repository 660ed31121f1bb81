namespace RegGen.Differential.Tests.Plans;

/// <summary>Parallel port: QEMU's isa-parallel over nothing, a standard port with a printer that is ready.</summary>
static class ParallelPlan
{
    public static DevicePlan Plan { get; } = new("parallel", Parallel.Map, Parallel.Bases.Lpt1, "-parallel", "null")
    {
        SetUp = static (port, _) =>
        {
            // The printer: ready, and after a reset without the time-out that QEMU begins with. As an input the lines are high.
            (port["DATA"], port["STATUS"], port["CONTROL"]) = (0xFF, 0xD9, 0x0C);
            port.On("CONTROL").Write(written => port["STATUS"] = (written & 4) == 0 ? 0xD8 : port["STATUS"]);
            port.On("DATA").Read(stored => (port["CONTROL"] & 0x20) != 0 ? 0xFF : stored);
        },
        Limits =
        [
            new("CONTROL", "No strobe: what the printer answers to it is not the port's.") { Write = static (_, value) => value & ~1u },
            Limit.Never("EPP_ADDRESS|EPP_DATA|CFIFO|DFIFO|TFIFO|CNFGA|CNFGB|ECR", "QEMU's port has neither EPP nor ECP, unless it drives a real one."),
        ],
        Differences =
        [
            new("CONTROL", 0xC0, "Reserved: QEMU has ones there."),
        ],
    };
}
