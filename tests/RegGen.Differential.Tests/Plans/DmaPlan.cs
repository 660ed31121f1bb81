using System.Runtime.CompilerServices;
using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>8237A: QEMU's two controllers and their pages. No device requests anything, and no program does.</summary>
static class DmaPlan
{
    static readonly string[] s_blocks = ["Bytes", "Words"];
    static readonly ConditionalWeakTable<SimulatedDevice, Dictionary<string, (string Register, bool IsWrite)>> s_halves = [];

    public static DevicePlan Plan { get; } = new("i8237", I8237.Map, I8237.Bases.Pc)
    {
        // A wider access would take halves of two addresses.
        IsSplit = false,
        SetUp = static (dma, _) =>
        {
            foreach (string block in s_blocks)
            {
                foreach (string register in Wide(block))
                {
                    dma.On(register).Read(stored =>
                    {
                        Turn(dma, block, register, isWrite: false);
                        return stored;
                    }).Write(_ => Turn(dma, block, register, isWrite: true));
                }
            }
        },
        Limits =
        [
            .. s_blocks.SelectMany(block => Wide(block).SelectMany(register => new[]
            {
                new Limit(register, "The bytes of an address or count come one after the other, as the flip-flop is the controller's; the simulator has one for each register.")
                {
                    NeverRead = true, While = dma => Half(dma, block) is { } half && half != (register, false),
                },
                new Limit(register, "The same for writes.")
                {
                    NeverWritten = true, While = dma => Half(dma, block) is { } half && half != (register, true),
                },
            })),
            .. s_blocks.Select(block => new Limit($"{block}.CLEAR_FLIP_FLOP|{block}.MASTER_CLEAR", "The simulator does not connect them with the turns of addresses and counts.")
            {
                NeverWritten = true, While = dma => Half(dma, block) is not null,
            }),
            new("Bytes.REQUEST|Words.REQUEST", "Nothing is transferred: a request would reach memory.") { Write = static (_, value) => value & ~4u },
        ],
    };

    static IEnumerable<string> Wide(string block) => Enumerable.Range(0, 4).SelectMany(i => new[] { $"{block}.ADDRESS[{i}]", $"{block}.COUNT[{i}]" });

    static (string Register, bool IsWrite)? Half(SimulatedDevice dma, string block) =>
        s_halves.TryGetValue(dma, out var halves) && halves.TryGetValue(block, out var half) ? half : null;

    static void Turn(SimulatedDevice dma, string block, string register, bool isWrite)
    {
        Dictionary<string, (string, bool)> halves = s_halves.GetOrCreateValue(dma);
        if (!halves.Remove(block))
        {
            halves[block] = (register, isWrite);
        }
    }
}
