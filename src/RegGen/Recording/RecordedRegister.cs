using RegGen.Backends;

namespace RegGen.Recording;

/// <summary>What was recorded of one register, and how far a program has come in it.</summary>
sealed class RecordedRegister(PortWidth width)
{
    const int MostSpelled = 8;

    readonly List<RecordedAccess> _accesses = [];
    int _next;
    RecordedAccess? _lastRead;

    /// <summary>The values that were written, some of them.</summary>
    public IReadOnlyList<string> Written =>
        [.. _accesses.Where(recorded => recorded.Access.IsWrite).Select(recorded => recorded.Access.SpellValue()).Distinct().Take(MostSpelled)];

    public void Add(RecordedAccess recorded) => _accesses.Add(recorded);

    /// <summary>The recorded access that answers one of the program; null if there is none.</summary>
    public RecordedAccess? Take(PortAccess access)
    {
        if (!access.IsWrite)
        {
            return Read();
        }

        int at = _accesses.FindIndex(_next, recorded => recorded.Access == access);
        at = at >= 0 ? at : _accesses.FindIndex(recorded => recorded.Access == access);
        if (at < 0)
        {
            return null;
        }

        _next = at + 1;
        _lastRead = null;
        return _accesses[at];
    }

    /// <summary>A selecting register holds what is written to it, recorded or not.</summary>
    public RecordedAccess? Selects(PortAccess access)
    {
        if (!access.IsWrite)
        {
            return null;
        }

        // What was read of it before is not what it holds now.
        _lastRead = new RecordedAccess(new PortAccess(false, access.Port, width, access.Value));
        return new RecordedAccess(access);
    }

    RecordedAccess? Read()
    {
        if (_lastRead is null || (_next < _accesses.Count && !_accesses[_next].Access.IsWrite))
        {
            int at = _accesses.FindIndex(_next, recorded => !recorded.Access.IsWrite);
            at = at >= 0 ? at : _accesses.FindLastIndex(recorded => !recorded.Access.IsWrite);
            if (at < 0)
            {
                return null;
            }

            _next = at + 1;
            _lastRead = _accesses[at];
        }

        return _lastRead;
    }
}
