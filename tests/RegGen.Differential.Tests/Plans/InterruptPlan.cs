using System.Runtime.CompilerServices;
using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>8259A: QEMU's two controllers. No line requests anything: what is compared is which word is meant, and what is read.</summary>
static class InterruptPlan
{
    const string Chips = "Chip[Master]|Chip[Slave]";

    static readonly ConditionalWeakTable<SimulatedDevice, Dictionary<string, State>> s_states = [];

    public static DevicePlan Plan { get; } = new("i8259", I8259.Map, I8259.Bases.Pc)
    {
        // QEMU has the two of ELCR as places of their own, at which wider accesses end.
        IsSplit = false,
        SetUp = static (pic, _) =>
        {
            foreach (string chip in Chips.Split('|'))
            {
                Attach(pic, chip);
            }
        },
        Unnamed = [.. Chips.Split('|').SelectMany(chip => new[] { $"{chip}.ICW2", $"{chip}.ICW3", $"{chip}.ICW4" })],
        Limits =
        [
            .. Chips.Split('|').SelectMany(chip => new[]
            {
                new Limit($"{chip}.IMR", "A poll is the next read, of whichever port; the description has it at the first.") { NeverRead = true, While = pic => Of(pic, chip).IsPolled },
                new Limit($"{chip}.ICW1", "What an initialization does to a poll that waits, the data sheet does not say.") { Write = (pic, value) => Of(pic, chip).IsPolled ? null : value },
            }),
        ],
    };

    static State Of(SimulatedDevice pic, string chip) => s_states.GetOrCreateValue(pic) is var states && states.TryGetValue(chip, out State? state) ? state : states[chip] = new();

    // The order of initialization is more than a description says: 231468, initialization sequence.
    static void Attach(SimulatedDevice pic, string chip)
    {
        State state = Of(pic, chip);
        string mask = $"{chip}.IMR", command = $"{chip}.OCW3";
        pic.On($"{chip}.ICW1").Write(written =>
        {
            state.Begin(written);
            (pic[mask], pic[command]) = (0, 0x0A);
        });
        pic.On(mask).Write(written => pic[mask] = state.Take(written));
        pic.On(command).Write(written =>
        {
            // 00 and 01 leave what is read.
            pic[command] = (written & 2) != 0 ? written : (written & ~3u) | state.Shown;
            state.Shown = pic[command] & 3;
            state.IsPolled |= (written & 4) != 0;
        });
        pic.On($"{chip}.POLL").Read(found =>
        {
            state.IsPolled = false;
            return found;
        });
    }

    sealed class State
    {
        readonly Queue<string> _awaited = [];
        ulong _mask;

        public bool IsPolled { get; set; }

        public ulong Shown { get; set; } = 2;

        public void Begin(ulong written)
        {
            _awaited.Clear();
            _awaited.Enqueue("ICW2");
            if ((written & 2) == 0)
            {
                _awaited.Enqueue("ICW3");
            }

            if ((written & 1) != 0)
            {
                _awaited.Enqueue("ICW4");
            }

            (_mask, Shown) = (0, 2);
        }

        public ulong Take(ulong written) => _mask = _awaited.TryDequeue(out _) ? _mask : written;
    }
}
