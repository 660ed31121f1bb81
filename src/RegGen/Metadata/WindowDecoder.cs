using System.Globalization;
using System.Numerics;

namespace RegGen.Metadata;

/// <summary>Tells which address a window shows: from what its index holds, or from what the accesses that choose have left.</summary>
/// <param name="map">The window.</param>
sealed class WindowDecoder(WindowMap map)
{
    // Where what was written last does not tell, because a port takes several things in turn, the accesses are followed one by one.
    readonly bool _follows = map.Select.Count > 0 && TakesTurns(map);
    int _step;
    ulong _taken;

    public WindowMap Map => map;

    /// <summary>Whether the order of accesses tells what is chosen, beside what registers hold.</summary>
    public bool Follows => _follows;

    /// <summary>How far a choice has come, and what it has chosen so far.</summary>
    public (ulong Step, ulong Taken) Progress
    {
        get => ((ulong)_step, _taken);
        set => (_step, _taken) = ((int)value.Step, value.Taken);
    }

    /// <summary>What is chosen now, to go on from by itself.</summary>
    public WindowDecoder Copy() => (WindowDecoder)MemberwiseClone();

    /// <summary>The chosen address, with the parameters above it; null if something else is chosen.</summary>
    /// <param name="word">The word that a register holds, by its full name.</param>
    public ulong? Chosen(Func<string, ulong> word)
    {
        if (map.Select.Count == 0)
        {
            return (word(map.Index) & map.IndexMask) >> BitOperations.TrailingZeroCount(map.IndexMask);
        }

        if (_follows)
        {
            return _step == map.Select.Count ? _taken : null;
        }

        ulong place = 0;
        foreach (SelectionMap chosen in map.Select)
        {
            if (!chosen.IsRead && !chosen.Choose(word(chosen.Register), ref place))
            {
                return null;
            }
        }

        return place;
    }

    /// <summary>Takes notice of an access.</summary>
    /// <param name="found">What answered it.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="value">What was written.</param>
    public void Follow(DecodedRegister found, bool isWrite, ulong value)
    {
        if (!_follows)
        {
            return;
        }

        if (ReferenceEquals(found.Through, map))
        {
            // A port that takes the index and the value in turn takes an index next.
            _step = isWrite && map.Select.Any(step => !step.IsRead && map.IsData(step.Register, isWrite: true)) ? 0 : _step;
        }
        else if (!Takes(_step, found.Name, isWrite, value) && !Takes(0, found.Name, isWrite, value)
            && isWrite && map.Select.Any(step => !step.IsRead && step.Register == found.Name))
        {
            _step = 0;
        }
    }

    /// <summary>What answers at an address, described or not.</summary>
    public static string Spell(int index, string set) => string.Create(CultureInfo.InvariantCulture, $"{set.AsSpan(0, set.Length - 1)}[0x{index:X2}]");

    bool Takes(int step, string register, bool isWrite, ulong value)
    {
        ulong taken = step == 0 ? 0 : _taken;
        if (step == map.Select.Count || map.Select[step] is not { } wanted || wanted.Register != register || wanted.IsRead == isWrite
            || (isWrite && !wanted.Choose(value, ref taken)))
        {
            return false;
        }

        (_step, _taken) = (step + 1, taken);
        return true;
    }

    static bool TakesTurns(WindowMap map)
    {
        SelectionMap[] written = [.. map.Select.Where(step => !step.IsRead)];
        return written.Any(step => map.IsData(step.Register, isWrite: true))
            || written.Where((step, i) => written.Take(i).Any(before => before.Register == step.Register && (before.Reach & step.Reach) != 0)).Any();
    }
}
