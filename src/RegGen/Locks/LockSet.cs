namespace RegGen.Locks;

/// <summary>The locks that an access takes before the gate of its device, in the order of their names: everybody takes several in the same order.</summary>
/// <remarks>Before the gate, because a scope holds its lock while it takes the gate: the other way round the two would wait for each other.</remarks>
sealed class LockSet
{
    readonly NamedLock[] _locks;

    LockSet(NamedLock[] locks) => _locks = locks;

    /// <summary>No lock.</summary>
    public static LockSet Empty { get; } = new([]);

    /// <summary>The lock of a name, or none.</summary>
    public static LockSet Of(string? name) => name is null ? Empty : new([NamedLock.Get(name)]);

    /// <summary>The locks of all of these; null has none.</summary>
    public static LockSet Of(params ReadOnlySpan<LockSet?> sets)
    {
        LockSet all = Empty;
        foreach (LockSet? set in sets)
        {
            all = all.With(set);
        }

        return all;
    }

    /// <summary>These locks and others.</summary>
    public LockSet With(LockSet? other) =>
        other is null || other == this || other._locks.Length == 0 ? this
        : _locks.Length == 0 ? other
        : new([.. _locks.Union(other._locks).OrderBy(held => held.Name, StringComparer.Ordinal)]);

    /// <summary>Takes all of them for the calling thread until the result is disposed; none, if one is not to be had.</summary>
    /// <exception cref="TimeoutException">One was not free in time.</exception>
    /// <exception cref="PortAccessException">One cannot be shared with other processes.</exception>
    public Hold Enter(PortBus bus) => _locks.Length == 0 ? default : Take(bus.IsShared);

    Hold Take(bool shared)
    {
        int taken = 0;
        try
        {
            for (; taken < _locks.Length; taken++)
            {
                _locks[taken].Take(shared, NamedLock.Patience);
            }
        }
        catch
        {
            Exit(taken, shared);
            throw;
        }

        return new Hold(this, shared);
    }

    void Exit(int count, bool shared)
    {
        while (count > 0)
        {
            _locks[--count].Exit(shared);
        }
    }

    /// <summary>Locks held by the thread that took them.</summary>
    public ref struct Hold
    {
        readonly bool _shared;
        LockSet? _set;

        internal Hold(LockSet set, bool shared) => (_set, _shared) = (set, shared);

        /// <summary>Lets go; the second time it does nothing.</summary>
        public void Dispose()
        {
            LockSet? held = _set;
            _set = null;
            held?.Exit(held._locks.Length, _shared);
        }
    }
}
