namespace RegGen.Differential.Tests.Plans;

/// <summary>pc-testdev: one cell at two places, in all widths.</summary>
static class TestdevPlan
{
    public static DevicePlan Plan { get; } = new("pc-testdev", PcTestdev.Map, PcTestdev.Bases.Pc, "-device", "pc-testdev")
    {
        Unanswered = static port => port is < 0xE4 or >= 0xE8,
        SetUp = static (device, _) =>
        {
            // That two ports show one cell is more than a description says.
            device.On("CELL").Write(_ => device["BYTES"] = device["CELL"]);
            device.On("BYTES").Write(_ => device["CELL"] = device["BYTES"]);
        },
        Limits = [new("FLUSH", "It is for a page that the guest has.") { Write = static (_, value) => value & 0x00FF_F000 }],
    };
}
