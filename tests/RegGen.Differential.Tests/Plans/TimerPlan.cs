using RegGen.Backends;

namespace RegGen.Differential.Tests.Plans;

/// <summary>8254: QEMU's timer of the PC, whose clock stands: what is compared is how counts, latches and states are transferred.</summary>
static class TimerPlan
{
    public static DevicePlan Plan { get; } = new("i8254", I8254.Map, I8254.Bases.Pc)
    {
        SetUp = static (timer, qemu) =>
        {
            // Before it is programmed, a counter is undefined.
            foreach (uint counter in (uint[])[0, 1, 2])
            {
                qemu.Write(0x43, PortWidth.Bits8, (counter << 6) | 0x34);
                qemu.Write((ushort)(0x40 + counter), PortWidth.Bits8, 0);
                qemu.Write((ushort)(0x40 + counter), PortWidth.Bits8, 0);
            }

            StandingTimer.Of(timer).Attach(timer);
        },
        Limits =
        [
            NoFourth("LATCH"), NoFourth("CONTROL"),
            new("CONTROL", "Programming a counter gives its latched count up: 231164, counter latch command. QEMU keeps it.")
            {
                Write = static (timer, value) => value >> 6 < 3 && StandingTimer.Of(timer).IsLatched((int)(value >> 6)) ? null : value,
            },
        ],
        Differences =
        [
            .. Enumerable.Range(0, 3).Select(i => new Difference($"STATUS{i}", 0x80, "QEMU has the output low at first in modes 2, 4 and 5, and takes 6 and 7 for 0; the pin is high: 231164, mode definitions.")
            {
                When = timer => StandingTimer.Of(timer).ModeOf(i) is not (0 or 1 or 3),
            }),
            .. Enumerable.Range(0, 3).Select(i => new Difference($"STATUS{i}", 0x40, "QEMU has no null count: 231164, read-back command.")),
        ],
    };

    static Limit NoFourth(string register) =>
        new(register, "There is no fourth counter: 11 in bits 7 and 6 is the read-back command, whose bit 0 must be 0.") { Write = static (_, value) => value >> 6 == 3 ? null : value };
}
