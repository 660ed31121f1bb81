using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>A register of a simulated device: where behaviour beyond its access is added.</summary>
/// <remarks>
/// Hooks run in the order in which they were added, while the device's gate is held by the accessing thread: they may touch every
/// register of the device. An exception that a hook throws reaches the caller of the access.
/// </remarks>
public sealed class SimulatedRegister
{
    readonly SimulatedDevice _device;
    readonly SharedBytes[] _shared;
    readonly StoredWord? _previous;
    readonly Queue<ulong> _queue = [];
    Func<ulong, ulong>? _reads;
    Action<ulong>? _writes;
    ulong? _lastRead;

    internal SimulatedRegister(SimulatedDevice device, StoredWord word, SharedBytes[] shared, StoredWord? previous) => (_device, Word, _shared, _previous) = (device, word, shared, previous);

    /// <summary>The register's description.</summary>
    public RegisterMap Map => Word.Map;

    /// <summary>The register's word, and what its accesses do to it.</summary>
    internal StoredWord Word { get; }

    /// <summary>Whether an access does nothing but what the word's bits do.</summary>
    internal bool IsPlain => _reads is null && _writes is null && _queue.Count == 0 && Map.Transfer is null;

    /// <summary>Whether a write touches nothing but the word.</summary>
    internal bool IsApart => _shared.Length == 0 && _previous is null && Map.Lock is null;

    /// <summary>Whether strict mode has something to say about writes of the register.</summary>
    internal bool IsWatched => Word.ActsOnOne != 0 || Map.Reserved is ReservedPolicy.Zero or ReservedPolicy.One;

    /// <summary>The stored word, whatever the register's access.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The word is wider than the register.</exception>
    internal ulong Value
    {
        get => Word.Value;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ulong.MaxValue >> (64 - Map.Width));
            _device.Change(() =>
            {
                Word.Value = value;
                Share();
            });
        }
    }

    /// <summary>Values that reads take before anything else.</summary>
    internal ulong[] Queued
    {
        get => [.. _queue];
        set
        {
            _queue.Clear();
            Array.ForEach(value, _queue.Enqueue);
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
        _device.Behave(() => _reads = _reads is { } earlier ? stored => hook(earlier(stored)) : hook, isHook: true);
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
        _device.Behave(() => _writes += hook, isHook: true);
        return this;
    }

    /// <summary>Puts values in the queue that reads take from, before anything else; each read takes one.</summary>
    /// <returns>This register, for further hooks.</returns>
    public SimulatedRegister Enqueue(params ReadOnlySpan<ulong> values)
    {
        ulong[] added = values.ToArray();
        _device.Behave(() => Array.ForEach(added, _queue.Enqueue), isHook: false);
        return this;
    }

    internal uint AnswerRead(DecodedRegister part, int width)
    {
        part = Word.Turn(part, isWrite: false);
        if (_queue.TryDequeue(out ulong next))
        {
            Word.Value = next;
        }

        ulong answer = _reads is null ? Word.Readable : _reads(Word.Readable);
        ulong reached = part.Reached(width);
        _lastRead = answer;
        Word.ApplyRead(reached);
        Share();
        return (uint)((answer & reached) >> part.Shift);
    }

    /// <summary>What strict mode has to say about a write.</summary>
    internal (MisuseKind Kind, string Why)? Complain(DecodedRegister part, int width, uint value)
    {
        ulong reached = part.Reached(width);
        return WriteRules.Complain(Word, _lastRead, ((ulong)value << part.Shift) & reached, reached);
    }

    internal ulong TakeWrite(DecodedRegister part, int width, uint value)
    {
        part = Word.Turn(part, isWrite: true);
        ulong reached = part.Reached(width);
        ulong written = (Word.Value & ~reached) | (((ulong)value << part.Shift) & reached);
        if (_previous is not null)
        {
            _previous.Value = Word.Value;
        }

        _lastRead = null;
        Word.ApplyWrite(written, reached);
        Share();
        _writes?.Invoke(written);
        return written;
    }

    void Share()
    {
        foreach (SharedBytes bytes in _shared)
        {
            bytes.Take(Word.Value);
        }
    }
}
