namespace RegGen.Metadata;

/// <summary>Follows which banks are selected for their one access.</summary>
sealed class OneShots(DeviceMap map)
{
    readonly HashSet<string> _selected = [];

    /// <summary>What is selected now, to go on from by itself.</summary>
    public OneShots Copy()
    {
        var copy = new OneShots(map);
        copy._selected.UnionWith(_selected);
        return copy;
    }

    /// <summary>Whether there are any.</summary>
    public bool HasBanks => map.OneShots.Count > 0;

    /// <summary>The selected banks, a bit for each.</summary>
    public ulong Selected
    {
        get
        {
            ulong bits = 0;
            for (int i = 0; i < map.OneShots.Count; i++)
            {
                bits |= WordOf(map.OneShots[i].Name) << i;
            }

            return bits;
        }

        set
        {
            _selected.Clear();
            _selected.UnionWith(map.OneShots.Where((_, i) => ((value >> i) & 1) != 0).Select(bank => bank.Name));
        }
    }

    /// <summary>What conditions compare: 1 while the bank is selected.</summary>
    public ulong WordOf(string bank) => _selected.Contains(bank) ? 1u : 0u;

    /// <summary>Takes note of an access: it ends the bank that it was made in, and a write may select another.</summary>
    /// <param name="found">What answered.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="written">What was written.</param>
    public void Follow(DecodedRegister found, bool isWrite, ulong written)
    {
        if (map.OneShots.Count == 0 || found.Map is null)
        {
            return;
        }

        foreach (Condition condition in found.Map.PlaceFor(isWrite).When)
        {
            _selected.Remove(condition.Register);
        }

        foreach (OneShotMap bank in map.OneShots)
        {
            if (isWrite && bank.Register == found.Name && ((written << found.Shift) & bank.Mask) == bank.Bits)
            {
                _selected.Add(bank.Name);
            }
        }
    }
}
