using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace RegGen.Locks;

/// <summary>A lock that everything sharing some ports takes by the same name: <c>isa-bus</c> for Super-I/O chips, <c>pci</c> for configuration space.</summary>
/// <remarks>
/// <para>
/// It is one for the whole process, whichever device object asks for it, and the thread that holds it may take it again. Over a bus whose ports
/// other processes reach too (this machine's own), it is one for the whole machine: on Linux a locked file in <c>/run/reggen</c>, elsewhere a named
/// mutex, for <c>isa-bus</c>, <c>pci</c>, <c>ec</c> and <c>smbus</c> the one that hardware monitors on Windows take. The lock of a process that
/// has ended is free.
/// </para>
/// <para>
/// A scope takes it once, before the gate of its device; a single access takes it for its program. Who needs several takes them in the order of
/// their names.
/// </para>
/// </remarks>
public sealed class NamedLock
{
    /// <summary>How long <see cref="Enter(PortBus)"/> waits: far longer than any access takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static readonly ConcurrentDictionary<string, NamedLock> s_known = new(StringComparer.Ordinal);

    readonly Lock _lock = new();
    readonly SharedLock _shared;

    // How many open holds are shared with other processes; behind the lock.
    int _sharedHolds;

    internal NamedLock(string name, SharedLock shared) => (Name, _shared) = (name, shared);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether the calling thread holds it.</summary>
    public bool IsHeld => _lock.IsHeldByCurrentThread;

    /// <summary>The lock of a name.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long: a file bears it.</exception>
    public static NamedLock Get(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return s_known.GetOrAdd(name, static name => new NamedLock(name, SharedLock.Of(name)));
    }

    /// <summary>Takes the lock for the calling thread until the result is disposed, as accesses on this bus do.</summary>
    /// <param name="bus">The bus whose ports are accessed meanwhile. It says whether other processes have to be kept out.</param>
    /// <exception cref="TimeoutException">It was not free within <see cref="Patience"/>.</exception>
    /// <exception cref="PortAccessException">It cannot be shared with other processes; the cause and the remedy are in it.</exception>
    public Hold Enter(PortBus bus) => Enter(bus, Patience);

    /// <summary>Takes the lock for the calling thread until the result is disposed, as accesses on this bus do.</summary>
    /// <param name="bus">The bus whose ports are accessed meanwhile. It says whether other processes have to be kept out.</param>
    /// <param name="patience">How long to wait for it.</param>
    /// <exception cref="TimeoutException">It was not free in time.</exception>
    /// <exception cref="PortAccessException">It cannot be shared with other processes; the cause and the remedy are in it.</exception>
    public Hold Enter(PortBus bus, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(bus);
        return Enter(bus.IsShared, patience);
    }

    internal Hold Enter(bool shared, TimeSpan patience)
    {
        Take(shared, patience);
        return new Hold(this, shared);
    }

    internal void Take(bool shared, TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        if (!_lock.TryEnter(patience))
        {
            throw new TimeoutException(
                $"The lock '{Name}' was not free within {SharedLock.Seconds(patience)}: another thread of this process holds it, perhaps in an open scope.");
        }

        try
        {
            if (shared && _sharedHolds == 0)
            {
                _shared.Enter(SharedLock.Left(start, patience), patience);
            }

            _sharedHolds += shared ? 1 : 0;
        }
        catch
        {
            _lock.Exit();
            throw;
        }
    }

    internal void Exit(bool shared)
    {
        try
        {
            if (shared && --_sharedHolds == 0)
            {
                _shared.Exit();
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>A lock held by the thread that took it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref struct Hold
    {
        readonly bool _shared;
        NamedLock? _lock;

        internal Hold(NamedLock held, bool shared) => (_lock, _shared) = (held, shared);

        /// <summary>Lets go; the second time it does nothing.</summary>
        public void Dispose()
        {
            NamedLock? held = _lock;
            _lock = null;
            held?.Exit(_shared);
        }
    }
}
