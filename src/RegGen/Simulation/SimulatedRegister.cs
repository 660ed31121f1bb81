using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>A register of a simulated device: where behaviour beyond its access is added.</summary>
/// <remarks>
/// Hooks run in the order in which they were added, while the device's gate is held by the accessing thread: they may touch every
/// register of the device. An exception that a hook throws reaches the caller of the access.
/// </remarks>
public sealed class SimulatedRegister
{
    readonly Lock _gate;
    readonly StoredWord _word;
    readonly SharedBytes[] _shared;
    readonly StoredWord? _previous;
    readonly Queue<ulong> _queue = [];
    Func<ulong, ulong>? _reads;
    Action<ulong>? _writes;

    internal SimulatedRegister(Lock gate, StoredWord word, SharedBytes[] shared, StoredWord? previous) => (_gate, _word, _shared, _previous) = (gate, word, shared, previous);

    /// <summary>The register's description.</summary>
    public RegisterMap Map => _word.Map;

    /// <summary>The stored word, whatever the register's access.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The word is wider than the register.</exception>
    internal ulong Value
    {
        get
        {
            lock (_gate)
            {
                return _word.Value;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ulong.MaxValue >> (64 - Map.Width));
            lock (_gate)
            {
                _word.Value = value;
                Share();
            }
        }
    }

    /// <summary>Computes what a read answers, before the read clears anything.</summary>
    /// <param name="hook">
    /// From the stored word, bits that cannot be read as 0 (or from the answer of the hook before), to the word that is read;
    /// bits past the register's width are cut off.
    /// </param>
    /// <returns>This register, for further hooks.</returns>
    public SimulatedRegister Read(Func<ulong, ulong> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        lock (_gate)
        {
            _reads = _reads is { } earlier ? stored => hook(earlier(stored)) : hook;
        }

        return this;
    }

    /// <summary>Reacts to a write, after the stored word has changed.</summary>
    /// <param name="hook">
    /// Gets the word as it was written, not as it was stored; for each half of a 64-bit register, with the other half as stored.
    /// </param>
    /// <returns>This register, for further hooks.</returns>
    public SimulatedRegister Write(Action<ulong> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        lock (_gate)
        {
            _writes += hook;
        }

        return this;
    }

    /// <summary>Puts values in the queue that reads take from, before anything else; each read takes one.</summary>
    /// <returns>This register, for further hooks.</returns>
    public SimulatedRegister Enqueue(params ReadOnlySpan<ulong> values)
    {
        lock (_gate)
        {
            foreach (ulong value in values)
            {
                _queue.Enqueue(value);
            }
        }

        return this;
    }

    internal uint AnswerRead(DecodedRegister part, int width)
    {
        part = _word.Turn(part, isWrite: false);
        if (_queue.TryDequeue(out ulong next))
        {
            _word.Value = next;
        }

        ulong answer = _reads is null ? _word.Readable : _reads(_word.Readable);
        ulong reached = part.Reached(width);
        _word.ApplyRead(reached);
        Share();
        return (uint)((answer & reached) >> part.Shift);
    }

    internal ulong TakeWrite(DecodedRegister part, int width, uint value)
    {
        part = _word.Turn(part, isWrite: true);
        ulong reached = part.Reached(width);
        ulong written = (_word.Value & ~reached) | (((ulong)value << part.Shift) & reached);
        if (_previous is not null)
        {
            _previous.Value = _word.Value;
        }

        _word.ApplyWrite(written, reached);
        Share();
        _writes?.Invoke(written);
        return written;
    }

    void Share()
    {
        foreach (SharedBytes bytes in _shared)
        {
            bytes.Take(_word.Value);
        }
    }
}
