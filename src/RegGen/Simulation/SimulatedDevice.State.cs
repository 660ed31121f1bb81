using RegGen.Metadata;

namespace RegGen.Simulation;

/// <content>Saving and loading.</content>
public sealed partial class SimulatedDevice
{
    const string Banks = "banks";

    readonly DeviceState _initial;

    /// <summary>What all registers hold now.</summary>
    public DeviceState Save()
    {
        lock (_gate)
        {
            OrderedDictionary<string, ulong[]> hidden = [];
            foreach ((string name, SimulatedRegister register) in _registers)
            {
                Keep($"word {name}", register.Word.Hidden);
                Keep($"queue {name}", register.Queued);
            }

            foreach ((string name, SimulatedLock known) in _locks)
            {
                Keep($"lock {name}", known.Hidden);
            }

            foreach ((string name, SimulatedLock known) in _doors)
            {
                Keep($"window {name}", known.Hidden);
            }

            foreach ((int i, WindowDecoder window) in _decoder.Following.Index())
            {
                Keep($"choice {i} {window.Map.Name}", [window.Progress.Step, window.Progress.Taken]);
            }

            Keep(Banks, [_oneShots.Selected]);
            return new(Map, new OrderedDictionary<string, ulong>(_registers.Select(register => KeyValuePair.Create(register.Key, register.Value.Value))), hidden);

            void Keep(string part, ulong[] words)
            {
                if (words.Any(word => word != 0))
                {
                    hidden[part] = words;
                }
            }
        }
    }

    /// <summary>Lets all registers hold what they held when a state was saved. Runs no hooks; what hooks keep for themselves stays.</summary>
    /// <exception cref="ArgumentException">The state is of another description.</exception>
    public void Load(DeviceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        DeviceState.Require(state, Map);
        lock (_gate)
        {
            // Registers of sets that the state does not know hold what they began with.
            foreach (string name in state.Registers.Keys)
            {
                On(name);
            }

            foreach ((string name, SimulatedRegister register) in _registers)
            {
                register.Word.Value = state.Registers.TryGetValue(name, out ulong word) ? word : new StoredWord(register.Map).Value;
                register.Word.Hidden = Kept($"word {name}", 3);
                register.Queued = state.Hidden.GetValueOrDefault($"queue {name}") ?? [];
            }

            foreach ((string name, SimulatedLock known) in _locks)
            {
                known.Hidden = Kept($"lock {name}", 3);
            }

            foreach ((string name, SimulatedLock known) in _doors)
            {
                known.Hidden = Kept($"window {name}", 3);
            }

            foreach ((int i, WindowDecoder window) in _decoder.Following.Index())
            {
                ulong[] progress = Kept($"choice {i} {window.Map.Name}", 2);
                window.Progress = (progress[0], progress[1]);
            }

            _oneShots.Selected = Kept(Banks, 1)[0];
            _ready = TimeSpan.MinValue;
            Forget();
        }

        ulong[] Kept(string part, int words) => state.Hidden.GetValueOrDefault(part) is { } kept && kept.Length == words ? kept : new ulong[words];
    }

    /// <summary>Lets all registers hold what they held at first: their reset values. Runs no hooks.</summary>
    public void Reset() => Load(_initial);
}
