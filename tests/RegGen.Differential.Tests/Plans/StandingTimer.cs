using System.Runtime.CompilerServices;
using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>What the description of the 8254 cannot say: bytes in turn, latches, states. After the data sheet; the clock pins stand, and a count is loaded at once.</summary>
sealed class StandingTimer
{
    static readonly ConditionalWeakTable<SimulatedDevice, StandingTimer> s_attached = [];

    readonly Counter[] _counters = [new(), new(), new()];

    public static StandingTimer Of(SimulatedDevice device) => s_attached.GetOrCreateValue(device);

    public void Attach(SimulatedDevice device)
    {
        device.On("CONTROL").Write(written => _counters[written >> 6].Program(written));
        device.On("LATCH").Write(written => _counters[written >> 6].Latch());
        device.On("READ_BACK").Write(written =>
        {
            for (int i = 0; i < 3; i++)
            {
                if ((written & (2ul << i)) != 0)
                {
                    _counters[i].ReadBack(takesCount: (written & 0x20) == 0, takesState: (written & 0x10) == 0);
                }
            }
        });
        for (int i = 0; i < 3; i++)
        {
            Counter counter = _counters[i];
            device.On($"COUNTER{i}").Read(_ => counter.Read()).Write(counter.Write);
            device.On($"STATUS{i}").Read(_ => counter.TakeState());
        }
    }

    public bool IsLatched(int counter) => _counters[counter].Latched > 0;

    public ulong ModeOf(int counter) => (_counters[counter].State!.Value >> 1) & 7;

    sealed class Counter
    {
        ulong _control = 0x34, _count, _latch, _low;
        bool _readsHigh, _writesHigh, _isNull;

        /// <summary>Bytes that are latched.</summary>
        public int Latched { get; private set; }

        public ulong? State { get; private set; }

        ulong Transfer => (_control >> 4) & 3;

        // The pin is high at first but in mode 0.
        ulong Output => (_control & 0x0E) == 0 ? 0u : 0x80u;

        public void Program(ulong written)
        {
            _control = written & 0x3F;
            (_readsHigh, _writesHigh) = (Transfer == 2, Transfer == 2);
            _isNull = true;
        }

        public void Latch()
        {
            if (Latched == 0)
            {
                (_latch, Latched) = (Transfer == 2 ? _count >> 8 : _count, Transfer == 3 ? 2 : 1);
            }
        }

        public void ReadBack(bool takesCount, bool takesState)
        {
            if (takesCount)
            {
                Latch();
            }

            if (takesState)
            {
                State ??= Output | (_isNull ? 0x40u : 0) | _control;
            }
        }

        public ulong TakeState()
        {
            ulong state = State ?? 0;
            State = null;
            return state;
        }

        public ulong Read()
        {
            if (Latched > 0)
            {
                ulong next = _latch & 0xFF;
                (_latch, Latched) = (_latch >> 8, Latched - 1);
                return next;
            }

            ulong shown = (_readsHigh ? _count >> 8 : _count) & 0xFF;
            _readsHigh ^= Transfer == 3;
            return shown;
        }

        public void Write(ulong written)
        {
            if (Transfer == 3 && !_writesHigh)
            {
                (_low, _writesHigh) = (written, true);
                return;
            }

            _count = Transfer switch { 1 => written, 2 => written << 8, _ => _low | (written << 8) };
            (_writesHigh, _isNull) = (Transfer == 2, false);
        }
    }
}
