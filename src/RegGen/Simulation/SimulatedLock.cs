using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>Whether writes have an effect, or a window answers, just now: follows the writes of the key. A lock whose key is not known is always open.</summary>
/// <param name="open">The writes that open it.</param>
/// <param name="close">The writes that close it again.</param>
sealed class SimulatedLock(IReadOnlyList<KeyMap> open, IReadOnlyList<KeyMap> close)
{
    int _opening, _closing;

    public bool IsOpen { get; private set; } = open.Count == 0;

    /// <summary>Whether the writes of a register are part of a key.</summary>
    public bool Heeds(string register) => open.Concat(close).Any(key => key.Register == register);

    /// <summary>How much of the keys was written, and whether it is open.</summary>
    public ulong[] Hidden
    {
        get => [(ulong)_opening, (ulong)_closing, IsOpen ? 1u : 0];
        set => (_opening, _closing, IsOpen) = ((int)value[0], (int)value[1], value[2] != 0);
    }

    /// <summary>Takes notice of a write.</summary>
    public void Observe(string register, ulong written)
    {
        if (Turns(open, ref _opening, register, written))
        {
            IsOpen = true;
        }
        else if (Turns(close, ref _closing, register, written))
        {
            IsOpen = open.Count == 0;
        }
    }

    // A key is its writes one after the other; what goes to other registers meanwhile does not count.
    static bool Turns(IReadOnlyList<KeyMap> keys, ref int done, string register, ulong written)
    {
        if (keys.All(key => key.Register != register))
        {
            return false;
        }

        done = Fits(keys[done]) ? done + 1 : Fits(keys[0]) ? 1 : 0;
        if (done < keys.Count)
        {
            return false;
        }

        done = 0;
        return true;

        bool Fits(KeyMap key) => key.Register == register && (written & key.Mask) == key.Value;
    }
}
