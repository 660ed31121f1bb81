using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>All that selects which registers of a device answer: words of registers, banks for one access, choices of windows, keys.</summary>
sealed class SelectionState
{
    readonly Selection _changed = new();
    readonly (StoredWord Word, ulong Bits)[] _words;
    readonly OneShots _oneShots;
    readonly WindowDecoder[] _windows;
    readonly SimulatedLock[] _doors;
    readonly ulong[] _state;

    public SelectionState(DeviceMap map, IReadOnlyDictionary<string, SimulatedRegister> registers, OneShots oneShots, AddressDecoder decoder, IEnumerable<SimulatedLock> doors)
    {
        (_oneShots, _windows, _doors) = (oneShots, [.. decoder.Following], [.. doors]);
        Dictionary<string, ulong> selecting = new(SelectingBits.Of(map));
        foreach (string register in map.Regions.SelectMany(region => region.From))
        {
            selecting[register] = ulong.MaxValue;
        }

        _words = [.. selecting.Where(part => registers.ContainsKey(part.Key)).Select(part => (registers[part.Key].Word, part.Value))];
        foreach ((StoredWord word, _) in _words)
        {
            word.Selection = _changed;
        }

        _state = new ulong[_words.Length + 1 + (2 * _windows.Length) + _doors.Length];

        // A set of registers has conditions of its own, which are not among these.
        IsComplete = map.Windows.All(window => window.Parameters.Count == 0 || window.Registers.All(register => register.When.Count == 0 && register.WritePlace is null));
    }

    /// <summary>Whether nothing else selects.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether each access may select something, not only one that changes a word.</summary>
    public bool IsMoving => _windows.Length > 0 || _doors.Length > 0 || _oneShots.HasBanks;

    /// <summary>Whether something has changed since the last <see cref="Take"/>.</summary>
    public bool HasChanged => IsMoving || _changed.HasChanged;

    /// <summary>What selects now.</summary>
    public ReadOnlySpan<ulong> Take()
    {
        _changed.HasChanged = false;
        int at = 0;
        foreach ((StoredWord word, ulong bits) in _words)
        {
            _state[at++] = word.Value & bits;
        }

        _state[at++] = _oneShots.Selected;
        foreach (WindowDecoder window in _windows)
        {
            (_state[at], _state[at + 1]) = window.Progress;
            at += 2;
        }

        foreach (SimulatedLock door in _doors)
        {
            _state[at++] = door.IsOpen ? 1u : 0;
        }

        return _state;
    }
}
